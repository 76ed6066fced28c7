package dev.npanel.dns.backend.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.zone.ReadSoa;
import dev.npanel.dns.zone.Soa;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.soa.read}. */
@Component(service = Action.class)
public final class ReadSoaAction implements Action<ReadSoa, Soa> {
    private final NameServer server;

    @Activate
    public ReadSoaAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<ReadSoa, Soa> type() {
        return Dns.SOA_READ;
    }

    @Override
    public Plan<Soa> plan(ReadSoa request, HostView host) {
        return Plan.answer(server.zone(request.zone(), Set.of(RecordName.apex(request.zone())))
                .orElseThrow(() -> Served.unknown())
                .soa());
    }
}
