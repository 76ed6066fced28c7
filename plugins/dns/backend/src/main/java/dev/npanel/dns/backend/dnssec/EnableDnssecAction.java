package dev.npanel.dns.backend.dnssec;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.key.KeyState;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.EnableDnssec;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.dnssec.enable}, D8. For a zone that is signed already only the way it denies names may change. */
@Component(service = Action.class)
public final class EnableDnssecAction implements Action<EnableDnssec, DnssecInfo> {
    private final Signings signings;

    @Activate
    public EnableDnssecAction(@Reference Signings signings) {
        this.signings = signings;
    }

    @Override
    public ActionType<EnableDnssec, DnssecInfo> type() {
        return Dns.DNSSEC_ENABLE;
    }

    @Override
    public Plan<DnssecInfo> plan(EnableDnssec request, HostView host) {
        Signing present = signings.require(request.zone());
        String nsec3 = request.nsec3() ? KeysState.NSEC3 : "";
        if (present.isSigned()) {
            KeysState same = present.with(key -> key);
            return same.nsec3().equals(nsec3)
                    ? Plan.answer(present.info())
                    : signings.plan(present, present.roll().orElse(null), new KeysState(nsec3, same.keys()));
        }
        List<KeyState> keys =
                List.of(KeyState.wanted(KeyRole.KSK, true, true), KeyState.wanted(KeyRole.ZSK, true, true));
        return signings.plan(present, null, new KeysState(nsec3, keys));
    }
}
