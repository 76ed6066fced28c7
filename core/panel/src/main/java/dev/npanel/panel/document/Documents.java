package dev.npanel.panel.document;

import java.util.List;
import java.util.Optional;

/**
 * Small things that a plugin's panel side has to keep and that belong to no service of the host: its settings, templates
 * that administrators made. Not a second copy of what a service owns, and no secrets. An OSGi service of the core;
 * thread-safe; what {@link #put} and {@link #remove} did survives a power cut.
 *
 * <p>A document is a record, kept as JSON; one that can no longer be read by its class is an {@code INVALID} problem, so a class
 * only ever gains optional fields.
 */
public interface Documents {
    /**
     * The document of this name.
     *
     * @param collection dotted, kind first: {@code dns.template}
     */
    <D extends Record> Optional<D> find(String collection, String name, Class<D> type);

    /** All documents of a collection, in the order of their names. */
    <D extends Record> List<D> list(String collection, Class<D> type);

    /** Keeps a document, instead of the one that had the name. */
    void put(String collection, String name, Record document);

    /** Keeps a document unless there is one of the name; whether it was kept. */
    boolean add(String collection, String name, Record document);

    /** Drops a document; whether there was one. */
    boolean remove(String collection, String name);
}
