package dev.npanel.dns.backend.dnssec;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.dnssec.ConfirmDs;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.dnssec.KeyRoll.Phase;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.dnssec.confirm-ds}. Said once more, it changes nothing. */
@Component(service = Action.class)
public final class ConfirmDsAction implements Action<ConfirmDs, DnssecInfo> {
    private final Signings signings;

    @Activate
    public ConfirmDsAction(@Reference Signings signings) {
        this.signings = signings;
    }

    @Override
    public ActionType<ConfirmDs, DnssecInfo> type() {
        return Dns.DNSSEC_CONFIRM_DS;
    }

    @Override
    public Plan<DnssecInfo> plan(ConfirmDs request, HostView host) {
        Signing present = signings.require(request.zone());
        RollNote note = present.roll()
                .filter(roll -> roll.role() == KeyRole.KSK && !roll.isOver())
                .orElseThrow(() -> Signing.conflict("dns.dnssec.no-roll", "No KSK of the zone is being rolled."));
        if (note.phase() != Phase.DS_WANTED) {
            return Plan.answer(present.info());
        }
        Duration wait = Duration.ofSeconds((long) request.dsTtl() + note.propagation());
        return signings.plan(present, note.at(Phase.DS_SEEN, signings.now(), wait), null);
    }
}
