package dev.npanel.dns.powerdns.serving;

import dev.npanel.dns.backend.server.Changing;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.change.RrsetsHandler;
import dev.npanel.dns.powerdns.rrset.Item;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.SoaSet;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneReport.Finding;
import dev.npanel.dns.zone.ZoneReport.Finding.Severity;
import dev.npanel.host.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A zone as PowerDNS has told it. */
record PdnsZone(ZoneDoc doc) implements Zone {
    @Override
    public ZoneInfo info() {
        return doc.head().info();
    }

    @Override
    public boolean isChangedHere() {
        return doc.head().isChangedHere();
    }

    /** Where the API does not raise the serial, it says nothing. */
    @Override
    public boolean serialTells() {
        return !doc.head().soaEditApi().isEmpty();
    }

    @Override
    public Soa soa() {
        return doc.soa();
    }

    @Override
    public List<RecordSet> sets() {
        return Translation.toContract(doc.sets()).stream()
                .filter(set -> set.type() != RecordType.SOA)
                .toList();
    }

    @Override
    public List<Finding> hidden() {
        return doc.sets().stream()
                .filter(PdnsZone::isHidden)
                .map(PdnsZone::unseen)
                .toList();
    }

    @Override
    public Changing put(List<RecordSet> changed, @Nullable Soa soa) {
        Map<Place, Rrset> present = doc.byPlace();
        return change(
                changed.stream()
                        .map(set -> Translation.toPdns(set, present.get(Translation.place(set))))
                        .toList(),
                soa);
    }

    @Override
    public Changing replace(List<RecordSet> all, @Nullable Soa soa) {
        Map<Place, Rrset> gone = new TreeMap<>(doc.byPlace());
        gone.remove(doc.soaPlace());
        List<Rrset> changed = new ArrayList<>();
        for (RecordSet each : all) {
            Rrset set = Translation.toPdns(each, null);
            if (!set.equals(gone.remove(set.place()))) {
                changed.add(set);
            }
        }
        gone.keySet().forEach(place -> changed.add(Rrset.none(place)));
        return change(changed, soa);
    }

    private Changing change(List<Rrset> sets, @Nullable Soa soa) {
        List<Rrset> all = new ArrayList<>(sets);
        if (soa != null) {
            all.add(SoaSet.of(doc.soaPlace(), soa));
        }
        if (all.isEmpty()) {
            return new Changing(List.of(), false);
        }
        List<Step> steps = new ArrayList<>(MetadataHandler.raisingSerial(doc.head()));
        boolean wholeZone = !steps.isEmpty();
        steps.add(RrsetsHandler.put(doc, all, soa == null ? null : soa.serial()));
        return new Changing(steps, wholeZone);
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
}
