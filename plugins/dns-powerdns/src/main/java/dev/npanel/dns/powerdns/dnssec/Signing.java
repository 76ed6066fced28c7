package dev.npanel.dns.powerdns.dnssec;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.dnssec.KeyRoll;
import dev.npanel.dns.powerdns.key.KeyState;
import dev.npanel.dns.powerdns.key.KeysState;
import dev.npanel.dns.powerdns.key.PdnsKey;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a zone is signed, as it was read at one moment.
 *
 * @param roll the last roll, which may be over
 */
record Signing(ZoneHead head, List<PdnsKey> keys, Optional<RollNote> roll) {

    boolean isSigned() {
        return keys.stream().anyMatch(PdnsKey::active);
    }

    void requireSigned() {
        if (!isSigned()) {
            throw conflict("dns.dnssec.not-signed", "The zone is not signed.");
        }
    }

    /** The one key of its role that signs. */
    PdnsKey only(KeyRole role) {
        List<PdnsKey> candidates = keys.stream()
                .filter(PdnsKey::isAlive)
                .filter(key -> key.role() == role)
                .toList();
        if (candidates.size() != 1
                || !candidates.get(0).active()
                || candidates.get(0).csk()) {
            throw conflict(
                    "dns.dnssec.keys",
                    "The zone does not have one " + role + " as nPanel makes them, beside the other.");
        }
        return candidates.get(0);
    }

    /** The key that a roll brings, when it is there. */
    Optional<PdnsKey> incoming(RollNote note) {
        return keys.stream()
                .filter(key -> key.role() == note.role() && key.id() != note.oldId())
                .findAny();
    }

    /** The keys that are in use, as an effect is to have them. */
    KeysState living() {
        return new KeysState(
                head.nsec3(),
                keys.stream().filter(PdnsKey::isAlive).map(PdnsKey::state).toList());
    }

    /** The keys as an effect is to have them. */
    KeysState with(UnaryOperator<KeyState> change) {
        return new KeysState(
                head.nsec3(), keys.stream().map(PdnsKey::state).map(change).toList());
    }

    /** The keys without one. */
    KeysState without(long id) {
        return new KeysState(
                head.nsec3(),
                keys.stream().filter(key -> key.id() != id).map(PdnsKey::state).toList());
    }

    DnssecInfo info() {
        boolean running = roll.filter(note -> !note.isOver()).isPresent();
        List<PdnsKey> shown =
                keys.stream().filter(key -> running || key.isAlive()).toList();
        List<String> ds = shown.stream()
                .filter(key -> key.role() == KeyRole.KSK)
                .map(key -> key.dnskey().ds(head.zone()))
                .toList();
        return new DnssecInfo(
                isSigned(),
                shown.stream().map(PdnsKey::info).toList(),
                ds,
                roll.map(this::info).orElse(null));
    }

    private KeyRoll info(RollNote note) {
        int newTag = incoming(note).map(PdnsKey::tag).orElse(0);
        return new KeyRoll(note.role(), note.phase(), note.since(), note.next(), note.oldTag(), newTag);
    }

    static ProblemException conflict(String code, String message) {
        return Problem.of(ProblemKind.CONFLICT, code, message).asException();
    }
}
