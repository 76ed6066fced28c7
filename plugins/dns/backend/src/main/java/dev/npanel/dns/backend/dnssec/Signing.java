package dev.npanel.dns.backend.dnssec;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.backend.key.KeyServer.Signed;
import dev.npanel.dns.backend.key.KeyState;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.dnssec.KeyRoll;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a zone is signed, as it was read at one moment.
 *
 * @param roll the last roll, which may be over
 */
record Signing(Signed signed, Optional<RollNote> roll) {
    static Signing of(Signed signed) {
        return new Signing(signed, signed.note().map(RollNote::parse));
    }

    List<HeldKey> keys() {
        return signed.keys();
    }

    boolean isSigned() {
        return keys().stream().anyMatch(HeldKey::active);
    }

    void requireSigned() {
        if (!isSigned()) {
            throw conflict("dns.dnssec.not-signed", "The zone is not signed.");
        }
    }

    /** The one key of its role that signs. */
    HeldKey only(KeyRole role) {
        List<HeldKey> candidates = keys().stream()
                .filter(HeldKey::isAlive)
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
    Optional<HeldKey> incoming(RollNote note) {
        return keys().stream()
                .filter(key -> key.role() == note.role() && key.id() != note.oldId())
                .findAny();
    }

    /** The keys that are in use, as an effect is to have them. */
    KeysState living() {
        return new KeysState(
                signed.nsec3(),
                keys().stream().filter(HeldKey::isAlive).map(HeldKey::state).toList());
    }

    /** The keys as an effect is to have them. */
    KeysState with(UnaryOperator<KeyState> change) {
        return new KeysState(
                signed.nsec3(), keys().stream().map(HeldKey::state).map(change).toList());
    }

    /** The keys without one. */
    KeysState without(long id) {
        return new KeysState(
                signed.nsec3(),
                keys().stream()
                        .filter(key -> key.id() != id)
                        .map(HeldKey::state)
                        .toList());
    }

    DnssecInfo info() {
        boolean running = roll.filter(note -> !note.isOver()).isPresent();
        List<HeldKey> shown =
                keys().stream().filter(key -> running || key.isAlive()).toList();
        List<String> ds = shown.stream()
                .filter(key -> key.role() == KeyRole.KSK)
                .map(key -> key.dnskey().ds(signed.zone()))
                .toList();
        return new DnssecInfo(
                isSigned(),
                shown.stream().map(HeldKey::info).toList(),
                ds,
                roll.map(this::info).orElse(null));
    }

    private KeyRoll info(RollNote note) {
        int newTag = incoming(note).map(HeldKey::tag).orElse(0);
        return new KeyRoll(note.role(), note.phase(), note.since(), note.next(), note.oldTag(), newTag);
    }

    static ProblemException conflict(String code, String message) {
        return Problem.of(ProblemKind.CONFLICT, code, message).asException();
    }
}
