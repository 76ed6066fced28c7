package dev.npanel.dns.backend.record;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.record.create}, D3. */
@Component(service = Action.class)
public final class CreateRecordAction implements Action<CreateRecord, StoredRecord> {
    private final Changes changes;

    @Activate
    public CreateRecordAction(@Reference Changes changes) {
        this.changes = changes;
    }

    @Override
    public ActionType<CreateRecord, StoredRecord> type() {
        return Dns.RECORD_CREATE;
    }

    @Override
    public Set<Lock> locks(CreateRecord request) {
        return Changes.locks(Lock.on(type(), request.scope()), changes(request));
    }

    @Override
    public Plan<StoredRecord> plan(CreateRecord request, HostView host) {
        return changes.plan(request.zone(), changes(request), records -> records.get(0));
    }

    private static List<RecordChange> changes(CreateRecord request) {
        return List.of(new RecordChange.Add(request.record()));
    }
}
