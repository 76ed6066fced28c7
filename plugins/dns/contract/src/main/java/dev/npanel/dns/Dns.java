package dev.npanel.dns;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scoped;
import dev.npanel.dns.dnssec.AdvanceRoll;
import dev.npanel.dns.dnssec.ConfirmDs;
import dev.npanel.dns.dnssec.DisableDnssec;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.EnableDnssec;
import dev.npanel.dns.dnssec.ReadDnssec;
import dev.npanel.dns.dnssec.RollKey;
import dev.npanel.dns.record.ChangeRecords;
import dev.npanel.dns.record.ChangedRecords;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.DeleteRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.ReadRecord;
import dev.npanel.dns.record.RecordPage;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.record.UpdateRecord;
import dev.npanel.dns.zone.CheckZone;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.ExportZone;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.dns.zone.ReadSoa;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.UpdateSoa;
import dev.npanel.dns.zone.ZoneContent;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZonePage;
import dev.npanel.dns.zone.ZoneReport;
import java.util.List;

/**
 * The contract of the dns kind. A backend serves every action; the problems they share are {@code NOT_FOUND dns.zone.unknown},
 * {@code CONFLICT dns.zone.exists} and {@code UNAVAILABLE dns.backend.away}.
 */
public final class Dns {
    private static final ContractVersion VERSION = new ContractVersion(1, 0);

    /** D1. */
    public static final ActionType<CreateZone, ZoneInfo> ZONE_CREATE =
            change("zone.create", CreateZone.class, ZoneInfo.class);

    public static final ActionType<ListZones, ZonePage> ZONE_LIST = read("zone.list", ListZones.class, ZonePage.class);
    public static final ActionType<ReadZone, ZoneInfo> ZONE_READ = read("zone.read", ReadZone.class, ZoneInfo.class);
    public static final ActionType<DeleteZone, ZoneInfo> ZONE_DELETE =
            change("zone.delete", DeleteZone.class, ZoneInfo.class);
    /** D6. */
    public static final ActionType<CheckZone, ZoneReport> ZONE_CHECK =
            read("zone.check", CheckZone.class, ZoneReport.class);
    /** D7. */
    public static final ActionType<ImportZone, ZoneInfo> ZONE_IMPORT =
            change("zone.import", ImportZone.class, ZoneInfo.class);

    public static final ActionType<ExportZone, ZoneContent> ZONE_EXPORT =
            read("zone.export", ExportZone.class, ZoneContent.class);

    public static final ActionType<ReadSoa, Soa> SOA_READ = read("soa.read", ReadSoa.class, Soa.class);
    public static final ActionType<UpdateSoa, ZoneInfo> SOA_UPDATE =
            change("soa.update", UpdateSoa.class, ZoneInfo.class);

    /** D2. */
    public static final ActionType<ListRecords, RecordPage> RECORD_LIST =
            read("record.list", ListRecords.class, RecordPage.class);

    public static final ActionType<ReadRecord, StoredRecord> RECORD_READ =
            read("record.read", ReadRecord.class, StoredRecord.class);
    /** D3. */
    public static final ActionType<CreateRecord, StoredRecord> RECORD_CREATE =
            change("record.create", CreateRecord.class, StoredRecord.class);
    /** D4. */
    public static final ActionType<UpdateRecord, StoredRecord> RECORD_UPDATE =
            change("record.update", UpdateRecord.class, StoredRecord.class);
    /** D5. */
    public static final ActionType<DeleteRecord, StoredRecord> RECORD_DELETE =
            change("record.delete", DeleteRecord.class, StoredRecord.class);
    /** Several of D3, D4 and D5 at once, all or none. */
    public static final ActionType<ChangeRecords, ChangedRecords> RECORD_CHANGE =
            change("record.change", ChangeRecords.class, ChangedRecords.class);

    public static final ActionType<ReadDnssec, DnssecInfo> DNSSEC_READ =
            read("dnssec.read", ReadDnssec.class, DnssecInfo.class);
    /** D8. */
    public static final ActionType<EnableDnssec, DnssecInfo> DNSSEC_ENABLE =
            change("dnssec.enable", EnableDnssec.class, DnssecInfo.class);

    public static final ActionType<DisableDnssec, DnssecInfo> DNSSEC_DISABLE =
            change("dnssec.disable", DisableDnssec.class, DnssecInfo.class);
    /** D9. */
    public static final ActionType<RollKey, DnssecInfo> DNSSEC_ROTATE =
            change("dnssec.rotate", RollKey.class, DnssecInfo.class);

    public static final ActionType<AdvanceRoll, DnssecInfo> DNSSEC_ADVANCE =
            change("dnssec.advance", AdvanceRoll.class, DnssecInfo.class);
    public static final ActionType<ConfirmDs, DnssecInfo> DNSSEC_CONFIRM_DS =
            change("dnssec.confirm-ds", ConfirmDs.class, DnssecInfo.class);

    /** To see the zone templates. */
    public static final Permission TEMPLATE_LIST = new Permission("dns.template.list", Access.OWNER);
    /** To make, change and delete them. */
    public static final Permission TEMPLATE_CHANGE = new Permission("dns.template.change", Access.ADMINISTRATOR);

    /** To see what new zones of this server get. */
    public static final Permission DEFAULTS_READ = new Permission("dns.defaults.read", Access.ADMINISTRATOR);
    /** To change it. */
    public static final Permission DEFAULTS_CHANGE = new Permission("dns.defaults.change", Access.ADMINISTRATOR);

    /** To have another name server answer for all zones of this host. */
    public static final Permission MIGRATE = new Permission("dns.migrate", Access.ADMINISTRATOR);

    public static final Contract CONTRACT = new Contract(
            "dns",
            List.of(
                    ZONE_CREATE,
                    ZONE_LIST,
                    ZONE_READ,
                    ZONE_DELETE,
                    ZONE_CHECK,
                    ZONE_IMPORT,
                    ZONE_EXPORT,
                    SOA_READ,
                    SOA_UPDATE,
                    RECORD_LIST,
                    RECORD_READ,
                    RECORD_CREATE,
                    RECORD_UPDATE,
                    RECORD_DELETE,
                    RECORD_CHANGE,
                    DNSSEC_READ,
                    DNSSEC_ENABLE,
                    DNSSEC_DISABLE,
                    DNSSEC_ROTATE,
                    DNSSEC_ADVANCE,
                    DNSSEC_CONFIRM_DS),
            List.of(TEMPLATE_LIST, TEMPLATE_CHANGE, DEFAULTS_READ, DEFAULTS_CHANGE, MIGRATE));

    private Dns() {}

    private static <I extends Record & Scoped, O extends Record> ActionType<I, O> read(
            String name, Class<I> input, Class<O> output) {
        return ActionType.read(VERSION, "dns." + name, Access.OWNER, input, output);
    }

    private static <I extends Record & Scoped, O extends Record> ActionType<I, O> change(
            String name, Class<I> input, Class<O> output) {
        return ActionType.change(VERSION, "dns." + name, Access.OWNER, input, output);
    }
}
