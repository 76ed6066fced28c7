package dev.npanel.panel.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a line of the trail says, before it has its place in the chain. Never a secret.
 *
 * @param at milliseconds since 1970-01-01T00:00Z
 * @param intent the number of the line that announced this, or null
 * @param action a permission's name
 * @param target what it is about, {@code domain:example.com}
 * @param outcome {@code ok}, or a problem's kind and code; empty in an intent
 * @param change the change of the host that came of it, or null
 */
record Line(
        long at,
        Phase phase,
        @Nullable Long intent,
        Actor actor,
        String action,
        String target,
        String outcome,
        @Nullable String change) {

    /** What a line stands for. */
    enum Phase {
        /** Written before something is done. */
        INTENT,
        /** How that ended. */
        OUTCOME,
        /** Something that happened in one moment. */
        EVENT
    }
}
