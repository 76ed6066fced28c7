package dev.npanel.dns.powerdns.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.edit.ZoneCheck;
import dev.npanel.dns.powerdns.rrset.Item;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.CheckZone;
import dev.npanel.dns.zone.ZoneReport;
import dev.npanel.dns.zone.ZoneReport.Finding;
import dev.npanel.dns.zone.ZoneReport.Finding.Severity;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.check}, D6: the contract's findings, and what PowerDNS has that the contract cannot express. */
@Component(service = Action.class)
public final class CheckZoneAction implements Action<CheckZone, ZoneReport> {
    private final Zones zones;

    @Activate
    public CheckZoneAction(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public ActionType<CheckZone, ZoneReport> type() {
        return Dns.ZONE_CHECK;
    }

    @Override
    public Plan<ZoneReport> plan(CheckZone request, HostView host) {
        ZoneDoc doc = zones.find(request.zone()).orElseThrow(() -> Zones.unknown());
        List<RecordSet> sets = Translation.toContract(doc.sets());
        ZoneReport report = ZoneCheck.of(request.zone(), doc.soa(), sets);
        Stream<Finding> unseen =
                doc.sets().stream().filter(CheckZoneAction::isHidden).map(CheckZoneAction::unseen);
        Stream<Finding> fleeting = sets.stream().filter(set -> set.ttl() == 0).map(CheckZoneAction::fleeting);
        return Plan.answer(ZoneReport.of(Stream.of(report.findings().stream(), fleeting, unseen)
                .flatMap(stream -> stream)
                .toList()));
    }

    private static boolean isHidden(Rrset set) {
        return !set.items().stream().allMatch(Item::isShown)
                || Translation.toContract(set).isEmpty();
    }

    private static Finding unseen(Rrset set) {
        String name = set.place().name();
        return new Finding(
                Severity.WARNING,
                "not-shown",
                name.substring(0, name.length() - 1),
                "There are records of type " + set.place().type() + " that are kept, but neither listed nor changed.");
    }

    private static Finding fleeting(RecordSet set) {
        return new Finding(
                Severity.WARNING,
                "ttl-0",
                set.name().text(),
                "The TTL of " + set.type() + " is 0: no resolver keeps an answer.");
    }
}
