package dev.npanel.dns.powerdns.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.powerdns.rrset.Item;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.CheckZone;
import dev.npanel.dns.zone.ZoneReport;
import dev.npanel.dns.zone.ZoneReport.Finding;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.check}, D6. */
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
        List<Finding> findings = new ArrayList<>(Rules.check(request.zone(), sets));
        findings.addAll(Warnings.of(request.zone(), sets));
        doc.sets().stream()
                .filter(set -> !set.items().stream().allMatch(Item::isShown)
                        || Translation.toContract(set).isEmpty())
                .map(CheckZoneAction::unseen)
                .forEach(findings::add);
        return Plan.answer(ZoneReport.of(findings));
    }

    private static Finding unseen(Rrset set) {
        return new Finding(
                Finding.Severity.WARNING,
                "not-shown",
                set.place().name().substring(0, set.place().name().length() - 1),
                "There are records of type " + set.place().type() + " that are kept, but neither listed nor changed.");
    }
}
