package dev.npanel.dns.powerdns;

import dev.npanel.dns.powerdns.api.PdnsApi;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.change.RrsetsHandler;
import dev.npanel.dns.powerdns.content.CheckZoneAction;
import dev.npanel.dns.powerdns.content.ExportZoneAction;
import dev.npanel.dns.powerdns.content.ImportZoneAction;
import dev.npanel.dns.powerdns.content.ReadSoaAction;
import dev.npanel.dns.powerdns.content.UpdateSoaAction;
import dev.npanel.dns.powerdns.dnssec.AdvanceRollAction;
import dev.npanel.dns.powerdns.dnssec.ConfirmDsAction;
import dev.npanel.dns.powerdns.dnssec.DisableDnssecAction;
import dev.npanel.dns.powerdns.dnssec.EnableDnssecAction;
import dev.npanel.dns.powerdns.dnssec.ReadDnssecAction;
import dev.npanel.dns.powerdns.dnssec.RollKeyAction;
import dev.npanel.dns.powerdns.dnssec.Signings;
import dev.npanel.dns.powerdns.key.Keys;
import dev.npanel.dns.powerdns.key.KeysHandler;
import dev.npanel.dns.powerdns.lifecycle.CreateZoneAction;
import dev.npanel.dns.powerdns.lifecycle.DeleteZoneAction;
import dev.npanel.dns.powerdns.lifecycle.ListZonesAction;
import dev.npanel.dns.powerdns.lifecycle.ReadZoneAction;
import dev.npanel.dns.powerdns.record.ChangeRecordsAction;
import dev.npanel.dns.powerdns.record.Changes;
import dev.npanel.dns.powerdns.record.CreateRecordAction;
import dev.npanel.dns.powerdns.record.DeleteRecordAction;
import dev.npanel.dns.powerdns.record.ListRecordsAction;
import dev.npanel.dns.powerdns.record.Listings;
import dev.npanel.dns.powerdns.record.ReadRecordAction;
import dev.npanel.dns.powerdns.record.UpdateRecordAction;
import dev.npanel.dns.powerdns.zone.ZoneHandler;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.tests.DnsBackend;
import dev.npanel.host.action.Action;
import dev.npanel.host.effect.EffectHandler;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The plugin's components put together as in the agent, over one PowerDNS. */
final class Backend implements DnsBackend {
    private final PdnsServer server;
    private final List<Action<?, ?>> actions;
    private final List<EffectHandler<?, ?>> effects;

    Backend(PdnsServer server, Clock clock) {
        this(server, server.environment(), clock);
    }

    Backend(PdnsServer server, Map<String, String> environment, Clock clock) {
        this.server = server;
        PdnsApi api = new PdnsApi(environment);
        Zones zones = new Zones(api);
        Keys keys = new Keys(api);
        Changes changes = new Changes(zones);
        Signings signings = new Signings(zones, keys, clock);
        this.effects = List.of(
                new ZoneHandler(zones),
                new RrsetsHandler(zones),
                new MetadataHandler(zones),
                new KeysHandler(zones, keys));
        this.actions = List.of(
                new CreateZoneAction(),
                new DeleteZoneAction(zones),
                new ListZonesAction(zones),
                new ReadZoneAction(zones),
                new CheckZoneAction(zones),
                new ExportZoneAction(zones),
                new ImportZoneAction(zones),
                new ReadSoaAction(zones),
                new UpdateSoaAction(zones),
                new ListRecordsAction(zones, new Listings(zones, clock)),
                new ReadRecordAction(zones),
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

    @Override
    public List<Action<?, ?>> actions() {
        return actions;
    }

    @Override
    public List<EffectHandler<?, ?>> effects() {
        return effects;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
