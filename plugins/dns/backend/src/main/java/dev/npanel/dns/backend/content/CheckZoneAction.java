package dev.npanel.dns.backend.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.edit.ZoneCheck;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.CheckZone;
import dev.npanel.dns.zone.ZoneReport;
import dev.npanel.dns.zone.ZoneReport.Finding;
import dev.npanel.dns.zone.ZoneReport.Finding.Severity;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.check}, D6: the contract's findings, and what the server has that the contract cannot express. */
@Component(service = Action.class)
public final class CheckZoneAction implements Action<CheckZone, ZoneReport> {
    private final NameServer server;

    @Activate
    public CheckZoneAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<CheckZone, ZoneReport> type() {
        return Dns.ZONE_CHECK;
    }

    @Override
    public Plan<ZoneReport> plan(CheckZone request, HostView host) {
        Zone zone = server.zone(request.zone()).orElseThrow(() -> Served.unknown());
        ZoneReport report = ZoneCheck.of(request.zone(), zone.soa(), zone.sets());
        Stream<Finding> fleeting =
                zone.sets().stream().filter(set -> set.ttl() == 0).map(CheckZoneAction::fleeting);
        return Plan.answer(ZoneReport.of(Stream.of(report.findings().stream(), fleeting, zone.hidden().stream())
                .flatMap(stream -> stream)
                .toList()));
    }

    private static Finding fleeting(RecordSet set) {
        return new Finding(
                Severity.WARNING,
                "ttl-0",
                set.name().text(),
                "The TTL of " + set.type() + " is 0: no resolver keeps an answer.");
    }
}
