package dev.npanel.dns.powerdns.lifecycle;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.edit.RecordSets;
import dev.npanel.dns.powerdns.content.Rules;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.SoaSet;
import dev.npanel.dns.powerdns.zone.ZoneHandler;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import dev.npanel.dns.powerdns.zone.ZoneKey;
import dev.npanel.dns.powerdns.zone.ZoneState;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** {@code dns.zone.create}, D1. The zone's SOA-EDIT-API is INCREASE: PowerDNS raises the serial with every change. */
@Component(service = Action.class)
public final class CreateZoneAction implements Action<CreateZone, ZoneInfo> {
    private static final long MODULUS = 1L << 32;

    @Override
    public ActionType<CreateZone, ZoneInfo> type() {
        return Dns.ZONE_CREATE;
    }

    @Override
    public Plan<ZoneInfo> plan(CreateZone request, HostView host) {
        ZoneKey key = new ZoneKey(request.zone());
        if (host.state(ZoneHandler.TYPE, key).isPresent()) {
            throw Problem.of(ProblemKind.CONFLICT, "dns.zone.exists", "The zone exists already.")
                    .asException();
        }
        List<RecordSet> sets = RecordSets.of(request.records());
        Rules.require(request.zone(), sets);
        ZoneInfo info = new ZoneInfo(
                request.zone(),
                request.zone().unicode(),
                request.type(),
                request.soa().serial(),
                false);
        return Plan.of(List.of(ZoneHandler.TYPE.put(key, state(request, sets))), info);
    }

    private static ZoneState state(CreateZone request, List<RecordSet> sets) {
        List<Rrset> all = new ArrayList<>();
        all.add(soa(request.zone(), request.soa()));
        sets.forEach(set -> all.add(Translation.toPdns(set, null)));
        long before = Math.floorMod(request.soa().serial() - 1, MODULUS);
        return new ZoneState(ZoneHead.kind(request.type()), "", "", "INCREASE", false, before, List.of(), all);
    }

    private static Rrset soa(DomainName zone, Soa soa) {
        return SoaSet.of(new Place(zone + ".", "SOA"), soa);
    }
}
