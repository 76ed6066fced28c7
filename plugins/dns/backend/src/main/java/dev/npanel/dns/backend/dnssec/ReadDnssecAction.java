package dev.npanel.dns.backend.dnssec;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.ReadDnssec;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.dnssec.read}. */
@Component(service = Action.class)
public final class ReadDnssecAction implements Action<ReadDnssec, DnssecInfo> {
    private final Signings signings;

    @Activate
    public ReadDnssecAction(@Reference Signings signings) {
        this.signings = signings;
    }

    @Override
    public ActionType<ReadDnssec, DnssecInfo> type() {
        return Dns.DNSSEC_READ;
    }

    @Override
    public Plan<DnssecInfo> plan(ReadDnssec request, HostView host) {
        return Plan.answer(signings.read(request.zone()).info());
    }
}
