package dev.npanel.dns.backend.dnssec;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.dnssec.DisableDnssec;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.dnssec.disable}. */
@Component(service = Action.class)
public final class DisableDnssecAction implements Action<DisableDnssec, DnssecInfo> {
    private final Signings signings;

    @Activate
    public DisableDnssecAction(@Reference Signings signings) {
        this.signings = signings;
    }

    @Override
    public ActionType<DisableDnssec, DnssecInfo> type() {
        return Dns.DNSSEC_DISABLE;
    }

    @Override
    public Plan<DnssecInfo> plan(DisableDnssec request, HostView host) {
        Signing present = signings.require(request.zone());
        if (present.keys().isEmpty()) {
            throw Signing.conflict("dns.dnssec.not-signed", "The zone is not signed.");
        }
        if (!request.parentHasNoDs()) {
            throw Signing.conflict(
                    "dns.dnssec.ds-at-parent",
                    "As long as the parent has a DS record, resolvers take an unsigned zone for forged.");
        }
        return signings.plan(present, null, new KeysState("", List.of()));
    }
}
