package dev.npanel.dns.panel.masterfile;

/**
 * One entry of a master file: a record or a directive, on one line, without comments, in ASCII.
 *
 * @param line where it begins, from 1
 * @param text what it says; empty when it says nothing. Inside quotes, characters beyond ASCII are {@code \DDD}.
 * @param refusal why it cannot be read, or empty
 */
record Entry(int line, String text, String refusal) {
    /** Whether it has no owner of its own. */
    boolean continuesOwner() {
        return text.startsWith(" ") || text.startsWith("\t");
    }

    boolean isBlank() {
        return text.isBlank() && refusal.isEmpty();
    }

    boolean isDirective() {
        return text.startsWith("$");
    }
}
