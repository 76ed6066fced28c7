package dev.npanel.dns.backend.record;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
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
    private final NameServer server;

    @Activate
    public ReadRecordAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<ReadRecord, StoredRecord> type() {
        return Dns.RECORD_READ;
    }

    @Override
    public Plan<StoredRecord> plan(ReadRecord request, HostView host) {
        Zone zone = server.zone(request.zone(), Set.of(request.id().name())).orElseThrow(() -> Served.unknown());
        return Plan.answer(zone.sets().stream()
                .flatMap(set -> set.records().stream())
                .filter(record -> record.id().equals(request.id()))
                .findAny()
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND, "dns.record.unknown", "The zone has no record of this id.")
                        .asException()));
    }
}
