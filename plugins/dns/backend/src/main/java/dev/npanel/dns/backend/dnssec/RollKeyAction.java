package dev.npanel.dns.backend.dnssec;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.backend.key.KeyState;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.dnssec.KeyRoll.Phase;
import dev.npanel.dns.dnssec.RollKey;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.dnssec.rotate}, D9: the first step of a roll. A new ZSK is published and does not sign yet; a new KSK is made and stays
 * unpublished until the parent has its DS. */
@Component(service = Action.class)
public final class RollKeyAction implements Action<RollKey, DnssecInfo> {
    private final Signings signings;

    @Activate
    public RollKeyAction(@Reference Signings signings) {
        this.signings = signings;
    }

    @Override
    public ActionType<RollKey, DnssecInfo> type() {
        return Dns.DNSSEC_ROTATE;
    }

    @Override
    public Plan<DnssecInfo> plan(RollKey request, HostView host) {
        Signing present = signings.require(request.zone());
        present.requireSigned();
        if (present.roll().filter(note -> !note.isOver()).isPresent()) {
            throw Signing.conflict("dns.dnssec.rolling", "A key of the zone is being rolled already.");
        }
        HeldKey old = present.only(request.role());
        boolean zsk = request.role() == KeyRole.ZSK;
        Instant now = signings.now();
        Instant next = zsk ? now.plus(signings.keyTtl(request.zone())).plusSeconds(request.propagation()) : null;
        RollNote note = new RollNote(
                request.role(),
                zsk ? Phase.PUBLISHED : Phase.DS_WANTED,
                now,
                next,
                old.id(),
                old.tag(),
                request.propagation());
        KeysState same = present.living();
        List<KeyState> keys = new ArrayList<>(same.keys());
        keys.add(KeyState.wanted(request.role(), false, zsk));
        return signings.plan(present, note, new KeysState(same.nsec3(), keys));
    }
}
