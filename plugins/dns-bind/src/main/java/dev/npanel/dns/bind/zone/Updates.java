package dev.npanel.dns.bind.zone;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.edit.Serial;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Update;

/** Changes what is in zones, and our notes of them. One change for a zone at a time, of whoever calls. Thread-safe. */
@Component(service = Updates.class)
public final class Updates {
    private static final int TRIES = 10;
    /** The TC bit, in the third octet of a message. */
    private static final int TRUNCATED = 2;

    /** Leaves room for the signature. */
    private static final int MAX_LENGTH = 65_000;
    /** Sets of an update that surely fit, and are signed in a moment. */
    private static final int PART = 200;

    private final Named named;
    private final Zones zones;
    private final ZoneFiles files;
    private final Turns turns;

    @Activate
    public Updates(@Reference Named named, @Reference Zones zones, @Reference ZoneFiles files, @Reference Turns turns) {
        this.named = named;
        this.zones = zones;
        this.files = files;
        this.turns = turns;
    }

    /**
     * Puts these sets in the place of those that are there, in one transaction of named, and raises the serial.
     *
     * @param sets empty ones are taken away
     * @param serial to raise the serial to if it is a later one, or null for the next
     */
    public void put(DomainName zone, List<Rrset> sets, @Nullable Long serial) {
        turns.take(zone, () -> {
            note(zone, notes -> notes.with(sets));
            for (int tries = 0; tries < TRIES; tries++) {
                if (tried(zone, sets, serial)) {
                    return;
                }
            }
            throw Away.because(new IllegalStateException("the zone changes all the time"));
        });
    }

    /** The note of a key roll. */
    public void roll(DomainName zone, Optional<String> note) {
        turns.take(zone, () -> note(zone, notes -> notes.withRoll(note)));
    }

    private void note(DomainName zone, UnaryOperator<ZoneNotes> change) {
        ZoneFolder folder = zones.folder(zone);
        ZoneNotes before = folder.notes().orElseThrow(() -> Served.unknown());
        ZoneNotes after = change.apply(before);
        if (!after.equals(before)) {
            try {
                folder.write(after);
            } catch (IOException failed) {
                throw Away.because(failed);
            }
        }
    }

    private boolean tried(DomainName zone, List<Rrset> sets, @Nullable Long serial) {
        Snapshot present = zones.snapshot(zone).orElseThrow(() -> Served.unknown());
        Delta delta = Delta.of(present, sets);
        if (delta.isEmpty() && serial == null) {
            return true;
        }
        long next = serial == null ? Serial.next(present.serial()) : Serial.raise(present.serial(), serial);
        Update update = delta.update(next);
        if (isTooMuch(present, delta) || !fits(update)) {
            return tooLarge(zone, present, sets, next);
        }
        return isDone(zone, named.update(zone, update));
    }

    /** Named makes all signatures of an update before it answers. */
    private static boolean isTooMuch(Snapshot present, Delta delta) {
        return present.isSigned() && delta.sets() > PART;
    }

    private static boolean fits(Update update) {
        byte[] wire = update.toWire(Message.MAXLENGTH);
        boolean truncated = (wire[2] & TRUNCATED) != 0;
        return !truncated && wire.length <= MAX_LENGTH;
    }

    /** An unsigned zone is given as a file then; of a signed one, whose signatures named must make, part after part. */
    private boolean tooLarge(DomainName zone, Snapshot present, List<Rrset> sets, long serial) {
        if (!present.isSigned()) {
            files.replace(zone, sets, serial);
            return true;
        }
        List<Rrset> part = sets.stream()
                .filter(set -> !Delta.of(present, List.of(set)).isEmpty())
                .limit(PART)
                .toList();
        isDone(zone, named.update(zone, Delta.of(present, part).update(Serial.next(present.serial()))));
        return tried(zone, sets, null);
    }

    private boolean isDone(DomainName zone, Message answer) {
        return switch (answer.getRcode()) {
            case Rcode.NOERROR -> true;
            // somebody else was quicker, if only named itself with new signatures
            case Rcode.NXRRSET, Rcode.YXRRSET -> false;
            // frozen by somebody, maybe by us before we were killed
            case Rcode.REFUSED -> {
                if (!named.control("thaw " + zone).isGood()) {
                    throw Away.because(new IllegalStateException("named refuses updates of " + zone));
                }
                yield false;
            }
            case Rcode.NOTAUTH -> throw Served.unknown();
            default -> throw refused(answer);
        };
    }

    private static ProblemException refused(Message answer) {
        if (answer.getRcode() == Rcode.SERVFAIL) {
            return Away.because(new IllegalStateException("named fails to update"));
        }
        return Problem.of(ProblemKind.INVALID, "dns.backend.refused", "The name server refuses the change.")
                .asException();
    }
}
