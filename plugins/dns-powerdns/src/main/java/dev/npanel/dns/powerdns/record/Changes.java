package dev.npanel.dns.powerdns.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.edit.ZoneEdit;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.change.RrsetsHandler;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans changes to records: reads the names they touch, no more, and puts the sets that differ in one effect. Stateless. */
@Component(service = Changes.class)
public final class Changes {
    private final Zones zones;

    @Activate
    public Changes(@Reference Zones zones) {
        this.zones = zones;
    }

    /**
     * The names that the changes touch, and a share in the zone: its rules are about one name each, so that changes to others
     * need not wait. Who changes many names has the zone alone.
     */
    static Set<Lock> locks(Lock zone, List<RecordChange> changes) {
        Set<RecordName> names = ZoneEdit.names(changes);
        if (!Zones.areFew(names)) {
            return Set.of(zone);
        }
        return Stream.concat(Stream.of(zone.share()), names.stream().map(name -> zone.part(name.text())))
                .collect(Collectors.toSet());
    }

    /** @param answer of the records of the changes, in their order */
    <O> Plan<O> plan(DomainName zone, List<RecordChange> changes, Function<List<StoredRecord>, O> answer) {
        ZoneDoc doc = zones.part(zone, ZoneEdit.names(changes));
        ZoneEdit edit = new ZoneEdit(zone, Translation.toContract(doc.sets()));
        List<StoredRecord> records = edit.apply(changes);
        Map<Place, Rrset> present = doc.byPlace();
        List<Rrset> sets = edit.changed().stream()
                .map(set -> Translation.toPdns(set, present.get(Translation.place(set))))
                .toList();
        if (sets.isEmpty()) {
            return Plan.answer(answer.apply(records));
        }
        List<Step> steps = new ArrayList<>(MetadataHandler.raisingSerial(doc.head()));
        boolean wholeZone = !steps.isEmpty();
        steps.add(RrsetsHandler.put(doc, sets, null));
        Plan<O> plan = Plan.of(steps, answer.apply(records));
        return wholeZone ? plan.exclusively() : plan;
    }
}
