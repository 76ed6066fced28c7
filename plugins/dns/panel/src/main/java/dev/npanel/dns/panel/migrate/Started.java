package dev.npanel.dns.panel.migrate;

import dev.npanel.panel.document.Documents;

/**
 * Whether a migration has found its target empty: what is in the target is its own only then, and may be taken away. Noted before anything
 * is carried, so that a run after a crash knows.
 */
final class Started {
    private static final String COLLECTION = "dns.migration";
    private static final String NAME = "started";

    private final Documents documents;
    private final Note own;

    /** @param job the id of the migration's job */
    Started(Documents documents, String job) {
        this.documents = documents;
        this.own = new Note(job);
    }

    /** Whose it is; there is one migration at a time. */
    record Note(String job) {}

    boolean isNoted() {
        return documents.find(COLLECTION, NAME, Note.class).filter(own::equals).isPresent();
    }

    void note() {
        documents.put(COLLECTION, NAME, own);
    }
}
