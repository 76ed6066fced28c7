package dev.npanel.dns.backend.record;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.DeleteRecord;
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

/** {@code dns.record.delete}, D5. */
@Component(service = Action.class)
public final class DeleteRecordAction implements Action<DeleteRecord, StoredRecord> {
    private final Changes changes;

    @Activate
    public DeleteRecordAction(@Reference Changes changes) {
        this.changes = changes;
    }

    @Override
    public ActionType<DeleteRecord, StoredRecord> type() {
        return Dns.RECORD_DELETE;
    }

    @Override
    public Set<Lock> locks(DeleteRecord request) {
        return Changes.locks(Lock.on(type(), request.scope()), changes(request));
    }

    @Override
    public Plan<StoredRecord> plan(DeleteRecord request, HostView host) {
        return changes.plan(request.zone(), changes(request), records -> records.get(0));
    }

    private static List<RecordChange> changes(DeleteRecord request) {
        return List.of(new RecordChange.Delete(request.id()));
    }
}
