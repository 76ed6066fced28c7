package dev.npanel.dns.powerdns.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.change.RrsetsHandler;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.zone.SoaSet;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.zone.UpdateSoa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.soa.update}. */
@Component(service = Action.class)
public final class UpdateSoaAction implements Action<UpdateSoa, ZoneInfo> {
    private final Zones zones;

    @Activate
    public UpdateSoaAction(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public ActionType<UpdateSoa, ZoneInfo> type() {
        return Dns.SOA_UPDATE;
    }

    @Override
    public Plan<ZoneInfo> plan(UpdateSoa request, HostView host) {
        ZoneDoc doc = zones.part(request.zone(), Set.of(RecordName.apex(request.zone())));
        Rrset soa = SoaSet.of(doc.soaPlace(), request.soa());
        List<Step> steps = new ArrayList<>(MetadataHandler.raisingSerial(doc.head()));
        steps.add(RrsetsHandler.put(doc, List.of(soa), request.soa().serial()));
        return Plan.reading(
                steps, after -> zones.head(request.zone()).map(ZoneHead::info).orElseThrow(() -> Zones.unknown()));
    }
}
