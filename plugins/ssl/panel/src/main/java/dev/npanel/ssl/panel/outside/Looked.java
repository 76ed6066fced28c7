package dev.npanel.ssl.panel.outside;

import java.util.List;

/** What a look-up gave. */
public record Looked<R>(Kind kind, List<R> records) {
    public Looked {
        records = List.copyOf(records);
    }

    /** How it ended. */
    public enum Kind {
        FOUND,
        /** The name is there, without records of this type. */
        NONE,
        /** There is no such name. */
        NO_NAME,
        /** The name servers cannot tell: SERVFAIL. */
        BROKEN,
        /** Nobody answered. */
        SILENT
    }
}
