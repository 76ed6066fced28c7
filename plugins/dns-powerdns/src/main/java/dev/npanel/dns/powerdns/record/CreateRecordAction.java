package dev.npanel.dns.powerdns.record;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
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
    public Plan<StoredRecord> plan(CreateRecord request, HostView host) {
        return changes.plan(request.zone(), List.of(new RecordChange.Add(request.record())), records -> records.get(0));
    }
}
