package dev.npanel.dns.backend.record;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.ChangeRecords;
import dev.npanel.dns.record.ChangedRecords;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.record.change}: several changes, all or none. */
@Component(service = Action.class)
public final class ChangeRecordsAction implements Action<ChangeRecords, ChangedRecords> {
    private final Changes changes;

    @Activate
    public ChangeRecordsAction(@Reference Changes changes) {
        this.changes = changes;
    }

    @Override
    public ActionType<ChangeRecords, ChangedRecords> type() {
        return Dns.RECORD_CHANGE;
    }

    @Override
    public Set<Lock> locks(ChangeRecords request) {
        return Changes.locks(Lock.on(type(), request.scope()), request.changes());
    }

    @Override
    public Plan<ChangedRecords> plan(ChangeRecords request, HostView host) {
        return changes.plan(request.zone(), request.changes(), ChangedRecords::new);
    }
}
