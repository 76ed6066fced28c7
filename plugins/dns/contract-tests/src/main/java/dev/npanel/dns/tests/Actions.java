package dev.npanel.dns.tests;

import dev.npanel.dns.backend.content.CheckZoneAction;
import dev.npanel.dns.backend.content.ExportZoneAction;
import dev.npanel.dns.backend.content.ImportZoneAction;
import dev.npanel.dns.backend.content.ReadSoaAction;
import dev.npanel.dns.backend.content.UpdateSoaAction;
import dev.npanel.dns.backend.dnssec.AdvanceRollAction;
import dev.npanel.dns.backend.dnssec.ConfirmDsAction;
import dev.npanel.dns.backend.dnssec.DisableDnssecAction;
import dev.npanel.dns.backend.dnssec.EnableDnssecAction;
import dev.npanel.dns.backend.dnssec.ReadDnssecAction;
import dev.npanel.dns.backend.dnssec.RollKeyAction;
import dev.npanel.dns.backend.dnssec.Signings;
import dev.npanel.dns.backend.key.KeyServer;
import dev.npanel.dns.backend.lifecycle.CreateZoneAction;
import dev.npanel.dns.backend.lifecycle.DeleteZoneAction;
import dev.npanel.dns.backend.lifecycle.ListZonesAction;
import dev.npanel.dns.backend.lifecycle.ReadZoneAction;
import dev.npanel.dns.backend.record.ChangeRecordsAction;
import dev.npanel.dns.backend.record.Changes;
import dev.npanel.dns.backend.record.CreateRecordAction;
import dev.npanel.dns.backend.record.DeleteRecordAction;
import dev.npanel.dns.backend.record.ListRecordsAction;
import dev.npanel.dns.backend.record.Listings;
import dev.npanel.dns.backend.record.ReadRecordAction;
import dev.npanel.dns.backend.record.UpdateRecordAction;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.host.action.Action;
import java.time.Clock;
import java.util.List;

/** The actions of the kind over a backend's name server, put together as in the agent. */
public final class Actions {
    private Actions() {}

    /** @param clock the only source of time for rolls and listings */
    public static List<Action<?, ?>> over(NameServer server, KeyServer keys, Clock clock) {
        Changes changes = new Changes(server);
        Signings signings = new Signings(keys, clock);
        return List.of(
                new CreateZoneAction(server),
                new DeleteZoneAction(server),
                new ListZonesAction(server),
                new ReadZoneAction(server),
                new CheckZoneAction(server),
                new ExportZoneAction(server),
                new ImportZoneAction(server),
                new ReadSoaAction(server),
                new UpdateSoaAction(server),
                new ListRecordsAction(server, new Listings(server, clock)),
                new ReadRecordAction(server),
                new CreateRecordAction(changes),
                new UpdateRecordAction(changes),
                new DeleteRecordAction(changes),
                new ChangeRecordsAction(changes),
                new ReadDnssecAction(signings),
                new EnableDnssecAction(signings),
                new DisableDnssecAction(signings),
                new RollKeyAction(signings),
                new AdvanceRollAction(signings),
                new ConfirmDsAction(signings));
    }
}
