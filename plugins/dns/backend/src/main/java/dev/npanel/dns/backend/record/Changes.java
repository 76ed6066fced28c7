package dev.npanel.dns.backend.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.edit.ZoneEdit;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import java.util.List;
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
    private static final int FEW_NAMES = 16;

    private final NameServer server;

    @Activate
    public Changes(@Reference NameServer server) {
        this.server = server;
    }

    /**
     * The names that the changes touch, and a share in the zone: its rules are about one name each, so that changes to others
     * need not wait. Who changes many names has the zone alone.
     */
    static Set<Lock> locks(Lock zone, List<RecordChange> changes) {
        Set<RecordName> names = ZoneEdit.names(changes);
        if (!areFew(names)) {
            return Set.of(zone);
        }
        return Stream.concat(Stream.of(zone.share()), names.stream().map(name -> zone.part(name.text())))
                .collect(Collectors.toSet());
    }

    /** Whether these names are locked, and may be asked for, by themselves; otherwise it is the zone as a whole. */
    public static boolean areFew(Set<RecordName> names) {
        return names.size() <= FEW_NAMES;
    }

    /** @param answer of the records of the changes, in their order */
    <O> Plan<O> plan(DomainName name, List<RecordChange> changes, Function<List<StoredRecord>, O> answer) {
        Zone zone = Served.changeable(server.zone(name, ZoneEdit.names(changes)).orElseThrow(() -> Served.unknown()));
        ZoneEdit edit = new ZoneEdit(name, zone.sets());
        List<StoredRecord> records = edit.apply(changes);
        List<RecordSet> sets = edit.changed();
        return sets.isEmpty()
                ? Plan.answer(answer.apply(records))
                : zone.put(sets, null).plan(answer.apply(records));
    }
}
