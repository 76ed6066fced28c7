package dev.npanel.dns.powerdns.record;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.Dns;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.ReadRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.record.read}. */
@Component(service = Action.class)
public final class ReadRecordAction implements Action<ReadRecord, StoredRecord> {
    private final Zones zones;

    @Activate
    public ReadRecordAction(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public ActionType<ReadRecord, StoredRecord> type() {
        return Dns.RECORD_READ;
    }

    @Override
    public Plan<StoredRecord> plan(ReadRecord request, HostView host) {
        ZoneDoc doc = zones.find(request.zone(), Set.of(request.id().name())).orElseThrow(() -> Zones.unknown());
        return Plan.answer(Translation.toContract(doc.sets()).stream()
                .flatMap(set -> set.records().stream())
                .filter(record -> record.id().equals(request.id()))
                .findAny()
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND, "dns.record.unknown", "The zone has no record of this id.")
                        .asException()));
    }
}
