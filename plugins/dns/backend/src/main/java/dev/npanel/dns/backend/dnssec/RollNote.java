package dev.npanel.dns.backend.dnssec;

import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.dnssec.KeyRoll.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a roll beyond the keys themselves; kept with the zone, as one line of metadata, so that it survives us
 * and moves with the zone. The new key is the one of its role that is not the old.
 *
 * @param next the earliest time of the next step, or null while that waits for the parent
 * @param oldId the server's number of the key that goes
 * @param oldTag its key tag
 * @param propagation seconds until every name server has a change
 */
record RollNote(
        KeyRole role, Phase phase, Instant since, @Nullable Instant next, long oldId, int oldTag, int propagation) {
    private static final String VERSION = "1";
    private static final String NONE = "-";
    private static final int PARTS = 8;

    RollNote at(Phase reached, Instant now, @Nullable Duration wait) {
        Instant then = wait == null ? null : now.plus(wait);
        return new RollNote(role, reached, now, then, oldId, oldTag, propagation);
    }

    boolean isOver() {
        return phase == Phase.DONE;
    }

    boolean isDue(Instant now) {
        return next != null && !now.isBefore(next);
    }

    /** The same for a server that has another number for the old key. */
    RollNote withOldId(long id) {
        return new RollNote(role, phase, since, next, id, oldTag, propagation);
    }

    String text() {
        return String.join(
                " ",
                VERSION,
                role.name(),
                phase.name(),
                since.toString(),
                next == null ? NONE : next.toString(),
                Long.toString(oldId),
                Integer.toString(oldTag),
                Integer.toString(propagation));
    }

    static RollNote parse(String text) {
        String[] part = text.split(" ", -1);
        if (part.length != PARTS || !part[0].equals(VERSION)) {
            throw Away.because(new IllegalStateException("a note of a key roll that is none"));
        }
        try {
            return new RollNote(
                    KeyRole.valueOf(part[1]),
                    Phase.valueOf(part[2]),
                    Instant.parse(part[3]),
                    part[4].equals(NONE) ? null : Instant.parse(part[4]),
                    Long.parseLong(part[5]),
                    Integer.parseInt(part[6]),
                    Integer.parseInt(part[7]));
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw Away.because(wrong);
        }
    }
}
