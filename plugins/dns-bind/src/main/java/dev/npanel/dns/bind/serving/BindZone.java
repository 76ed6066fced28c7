package dev.npanel.dns.bind.serving;

import dev.npanel.dns.backend.server.Changing;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.bind.change.RrsetsHandler;
import dev.npanel.dns.bind.zone.Place;
import dev.npanel.dns.bind.zone.Rrset;
import dev.npanel.dns.bind.zone.Translation;
import dev.npanel.dns.bind.zone.ZoneDoc;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneReport.Finding;
import dev.npanel.dns.zone.ZoneReport.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A zone as named has told it. */
record BindZone(ZoneDoc doc) implements Zone {
    @Override
    public ZoneInfo info() {
        return doc.info();
    }

    @Override
    public boolean isChangedHere() {
        return doc.ours();
    }

    @Override
    public Soa soa() {
        return doc.soa();
    }

    @Override
    public List<RecordSet> sets() {
        return doc.sets().stream()
                .map(Translation::toContract)
                .flatMap(Optional::stream)
                .filter(set -> set.type() != RecordType.SOA)
                .toList();
    }

    @Override
    public List<Finding> hidden() {
        return doc.sets().stream()
                .filter(set -> !hiddenContents(set).isEmpty())
                .map(BindZone::unseen)
                .toList();
    }

    @Override
    public Changing put(List<RecordSet> changed, @Nullable Soa soa) {
        Map<Place, Rrset> present = doc.byPlace();
        return change(
                changed.stream()
                        .map(set -> keeping(Translation.toRrset(set), present))
                        .toList(),
                soa);
    }

    @Override
    public Changing replace(List<RecordSet> all, @Nullable Soa soa) {
        Map<Place, Rrset> gone = new TreeMap<>(doc.byPlace());
        gone.remove(doc.soaPlace());
        List<Rrset> changed = new ArrayList<>();
        for (RecordSet each : all) {
            Rrset set = Translation.toRrset(each);
            if (!set.equals(gone.remove(set.place()))) {
                changed.add(set);
            }
        }
        gone.keySet().forEach(place -> changed.add(Rrset.none(place)));
        return change(changed, soa);
    }

    /** The set of a start of authority. */
    static Rrset soa(Place place, Soa soa) {
        return new Rrset(place, soa.ttl(), List.of(soa.content()), List.of());
    }

    private Changing change(List<Rrset> sets, @Nullable Soa soa) {
        List<Rrset> all = new ArrayList<>(sets);
        if (soa != null) {
            all.add(soa(doc.soaPlace(), soa));
        }
        return all.isEmpty()
                ? new Changing(List.of(), false)
                : Changing.of(RrsetsHandler.put(doc, all, soa == null ? null : soa.serial()));
    }

    /** The set with what is there and the contract cannot express. */
    private static Rrset keeping(Rrset set, Map<Place, Rrset> present) {
        Rrset there = present.getOrDefault(set.place(), Rrset.none(set.place()));
        List<String> contents = Stream.concat(set.contents().stream(), hiddenContents(there).stream())
                .toList();
        return new Rrset(set.place(), set.isEmpty() ? there.ttl() : set.ttl(), contents, set.tags());
    }

    private static List<String> hiddenContents(Rrset set) {
        List<String> shown = Translation.toContract(set).stream()
                .flatMap(each -> each.entries().stream())
                .map(RecordSet.Entry::content)
                .toList();
        return set.contents().stream()
                .filter(content -> !shown.contains(content))
                .toList();
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
