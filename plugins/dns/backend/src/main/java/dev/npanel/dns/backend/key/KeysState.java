package dev.npanel.dns.backend.key;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a zone is signed.
 *
 * <p>Two states are equal when they have the same living keys: one that neither signs nor is published is seen by nobody.
 *
 * @param nsec3 the NSEC3PARAM, or empty for NSEC
 * @param keys all of them; none for a zone that is not signed
 */
public record KeysState(String nsec3, List<KeyState> keys) {
    /** No salt, no extra iterations (RFC 9276). */
    public static final String NSEC3 = "1 0 0 -";

    public KeysState {
        keys = keys.stream()
                .sorted(Comparator.comparing(KeyState::id).thenComparing(KeyState::role))
                .toList();
    }

    /** As lines for people. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add(nsec3.isEmpty() ? "NSEC" : "NSEC3 " + nsec3);
        for (KeyState each : keys) {
            lines.add(each.role()
                    + (each.isNew() ? " new" : " " + each.tag())
                    + (each.active() ? " active" : " inactive")
                    + (each.published() ? " published" : " unpublished"));
        }
        return lines;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeysState state && nsec3.equals(state.nsec3) && living().equals(state.living());
    }

    @Override
    public int hashCode() {
        return living().hashCode();
    }

    private List<KeyState> living() {
        return keys.stream().filter(KeyState::isAlive).toList();
    }
}
