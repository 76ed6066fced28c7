package dev.npanel.dns.backend.record;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.record.UpdateRecord;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.record.update}, D4; the record keeps its id. */
@Component(service = Action.class)
public final class UpdateRecordAction implements Action<UpdateRecord, StoredRecord> {
    private final Changes changes;

    @Activate
    public UpdateRecordAction(@Reference Changes changes) {
        this.changes = changes;
    }

    @Override
    public ActionType<UpdateRecord, StoredRecord> type() {
        return Dns.RECORD_UPDATE;
    }

    @Override
    public Set<Lock> locks(UpdateRecord request) {
        return Changes.locks(Lock.on(type(), request.scope()), List.of(request.update()));
    }

    @Override
    public Plan<StoredRecord> plan(UpdateRecord request, HostView host) {
        return changes.plan(request.zone(), List.of(request.update()), records -> records.get(0));
    }
}
