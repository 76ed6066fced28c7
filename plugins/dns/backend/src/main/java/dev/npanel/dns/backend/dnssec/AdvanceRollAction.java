package dev.npanel.dns.backend.dnssec;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.key.KeyState;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.dnssec.AdvanceRoll;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.KeyRoll.Phase;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.dnssec.advance}: takes a roll on when its time has come, and otherwise changes nothing.
 *
 * <p>At every step the zone is valid for resolvers that hold anything of the step before: the keys they have verify the
 * signatures they meet, and the signatures they have are verified by the keys they meet. */
@Component(service = Action.class)
public final class AdvanceRollAction implements Action<AdvanceRoll, DnssecInfo> {
    private final Signings signings;

    @Activate
    public AdvanceRollAction(@Reference Signings signings) {
        this.signings = signings;
    }

    @Override
    public ActionType<AdvanceRoll, DnssecInfo> type() {
        return Dns.DNSSEC_ADVANCE;
    }

    @Override
    public Plan<DnssecInfo> plan(AdvanceRoll request, HostView host) {
        Signing present = signings.require(request.zone());
        RollNote note = present.roll().orElse(null);
        if (note == null || note.isOver() || !note.isDue(signings.now())) {
            return Plan.answer(present.info());
        }
        if (present.incoming(note).isEmpty()) {
            throw Signing.conflict("dns.dnssec.keys", "The new key of the roll has been taken away.");
        }
        return switch (note.phase()) {
            // Caches have the new ZSK: it may sign. The old one stays published for what they have of its signatures.
            case PUBLISHED ->
                step(present, note, Phase.SIGNING, signings.longestTtl(request.zone()), swap(present, note, true));
            // Caches have both DS: the new KSK may take the place of the old.
            case DS_SEEN ->
                step(present, note, Phase.SWAPPED, signings.keyTtl(request.zone()), swap(present, note, false));
            case SIGNING, SWAPPED -> step(present, note, Phase.DONE, null, present.without(note.oldId()));
            case DS_WANTED, DONE -> Plan.answer(present.info());
        };
    }

    private Plan<DnssecInfo> step(Signing present, RollNote note, Phase phase, @Nullable Duration ttl, KeysState keys) {
        Duration wait = ttl == null ? null : ttl.plusSeconds(note.propagation());
        return signings.plan(present, note.at(phase, signings.now(), wait), keys);
    }

    /** The new key signs and is published, the old does neither, or is {@code stillPublished}. */
    private static KeysState swap(Signing present, RollNote note, boolean stillPublished) {
        return present.with(key -> swapped(key, note, stillPublished));
    }

    private static KeyState swapped(KeyState key, RollNote note, boolean stillPublished) {
        if (key.role() != note.role()) {
            return key;
        }
        return key.id() == note.oldId() ? key.with(false, stillPublished) : key.with(true, true);
    }
}
