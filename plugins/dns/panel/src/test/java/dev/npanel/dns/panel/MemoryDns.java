package dev.npanel.dns.panel;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.channel.json.Json;
import dev.npanel.dns.Dns;
import dev.npanel.dns.edit.RecordSets;
import dev.npanel.dns.edit.Serial;
import dev.npanel.dns.edit.ZoneCheck;
import dev.npanel.dns.edit.ZoneEdit;
import dev.npanel.dns.record.ChangeRecords;
import dev.npanel.dns.record.ChangedRecords;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.DeleteRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.ReadRecord;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordPage;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.record.UpdateRecord;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.UpdateSoa;
import dev.npanel.dns.zone.ZoneContent;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZonePage;
import dev.npanel.dns.zone.ZoneType;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.rest.CallContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An agent whose name server is a map. Requests and answers cross the wire's JSON, callers without the role of administrator
 * reach {@code example.com} and what is below it.
 */
public final class MemoryDns implements Agent {
    private static final DomainName OWNED = new DomainName("example.com");

    private final Map<DomainName, Zone> zones = new TreeMap<>();
    private final Map<ActionType<?, ?>, Function<Object, Record>> actions = new HashMap<>();
    private final List<Record> requests = new ArrayList<>();

    public MemoryDns() {
        on(Dns.ZONE_CREATE, this::create);
        on(Dns.ZONE_LIST, this::list);
        on(Dns.ZONE_READ, request -> zone(request.zone()).info());
        on(Dns.ZONE_DELETE, request -> {
            ZoneInfo info = zone(request.zone()).info();
            zones.remove(request.zone());
            return info;
        });
        on(
                Dns.ZONE_CHECK,
                request -> ZoneCheck.of(request.zone(), zone(request.zone()).soa, zone(request.zone()).sets));
        on(Dns.ZONE_IMPORT, this::load);
        on(Dns.ZONE_EXPORT, request -> {
            Zone zone = zone(request.zone());
            return new ZoneContent(zone.info(), zone.soa, zone.records());
        });
        on(Dns.SOA_READ, request -> zone(request.zone()).soa);
        on(Dns.SOA_UPDATE, this::updateSoa);
        on(Dns.RECORD_LIST, this::listRecords);
        on(Dns.RECORD_READ, this::readRecord);
        on(
                Dns.RECORD_CREATE,
                (CreateRecord request) -> zone(request.zone())
                        .change(List.of(new RecordChange.Add(request.record())))
                        .get(0));
        on(
                Dns.RECORD_UPDATE,
                (UpdateRecord request) ->
                        zone(request.zone()).change(List.of(request.update())).get(0));
        on(
                Dns.RECORD_DELETE,
                (DeleteRecord request) -> zone(request.zone())
                        .change(List.of(new RecordChange.Delete(request.id())))
                        .get(0));
        on(
                Dns.RECORD_CHANGE,
                (ChangeRecords request) ->
                        new ChangedRecords(zone(request.zone()).change(request.changes())));
    }

    /** Has this action answered so. */
    public <I extends Record & Scoped, O extends Record> void on(ActionType<I, O> action, Function<I, O> answer) {
        actions.put(action, request -> answer.apply(action.input().cast(request)));
    }

    /** What was asked until now. */
    public List<Record> requests() {
        return requests;
    }

    @Override
    public <I extends Record & Scoped, O extends Record> Outcome<O> call(
            CallContext context, ActionType<I, O> action, I request) {
        checkOwner(context.caller(), request.scope());
        I carried = Json.wire().read(Json.wire().write(request), action.input());
        requests.add(carried);
        Function<Object, Record> answer = actions.get(action);
        if (answer == null) {
            throw new AssertionError("nothing answers " + action);
        }
        if (context.dryRun()) {
            return new Outcome.Preview<>(new ChangePreview(List.of()));
        }
        Record given = answer.apply(carried);
        O output = Json.wire().read(Json.wire().write(given), action.output());
        boolean change = action.effect() == ActionType.Effect.CHANGE;
        return new Outcome.Done<>(output, change ? new ChangeId("0123456789") : null);
    }

    private static void checkOwner(Caller caller, Scope scope) {
        boolean own = scope instanceof Scope.Domain domain
                ? domain.name().isWithin(OWNED)
                : scope instanceof Scope.Domains some && DomainSet.of(OWNED).covers(some.names());
        if (caller.role() != Caller.Role.ADMINISTRATOR && !own) {
            throw Problem.of(ProblemKind.FORBIDDEN, "forbidden", "Not yours.").asException();
        }
    }

    private Zone zone(DomainName name) {
        Zone zone = zones.get(name);
        if (zone == null) {
            throw Problem.of(ProblemKind.NOT_FOUND, "dns.zone.unknown", "There is no such zone.")
                    .asException();
        }
        return zone;
    }

    private ZoneInfo create(CreateZone request) {
        if (zones.containsKey(request.zone())) {
            throw Problem.of(ProblemKind.CONFLICT, "dns.zone.exists", "There is such a zone.")
                    .asException();
        }
        Zone zone = new Zone(request.zone(), request.type(), request.soa());
        zone.sets.addAll(RecordSets.of(request.records()));
        zones.put(request.zone(), zone);
        return zone.info();
    }

    private ZonePage list(ListZones request) {
        List<ZoneInfo> all = zones.values().stream()
                .filter(zone -> request.within() == null || request.within().covers(zone.name))
                .filter(zone -> request.after() == null || zone.name.compareTo(request.after()) > 0)
                .map(Zone::info)
                .toList();
        List<ZoneInfo> page = all.subList(0, Math.min(all.size(), request.limit()));
        return new ZonePage(
                page, page.size() < all.size() ? page.get(page.size() - 1).zone() : null);
    }

    private ZoneInfo load(ImportZone request) {
        Zone zone = zone(request.zone());
        List<RecordSet> sets = RecordSets.of(request.records());
        zone.sets.removeIf(set -> request.mode() == ImportZone.Mode.REPLACE
                || sets.stream().anyMatch(other -> other.name().equals(set.name()) && other.type() == set.type()));
        zone.sets.addAll(sets);
        Soa soa = request.soa() == null ? zone.soa : request.soa();
        zone.soa = soa.withSerial(Serial.raise(zone.soa.serial(), soa.serial()));
        return zone.info();
    }

    private ZoneInfo updateSoa(UpdateSoa request) {
        Zone zone = zone(request.zone());
        zone.soa = request.soa()
                .withSerial(Serial.raise(zone.soa.serial(), request.soa().serial()));
        return zone.info();
    }

    private RecordPage listRecords(ListRecords request) {
        List<StoredRecord> all = zone(request.zone()).records().stream()
                .filter(record -> request.name() == null || record.name().equals(request.name()))
                .filter(record -> request.type() == null || record.type() == request.type())
                .filter(record -> request.search() == null || record.content().contains(request.search()))
                .toList();
        return new RecordPage(all.subList(0, Math.min(all.size(), request.limit())), null, all.size());
    }

    private StoredRecord readRecord(ReadRecord request) {
        return zone(request.zone()).records().stream()
                .filter(record -> record.id().equals(request.id()))
                .findAny()
                .orElseThrow(MemoryDns::unknown);
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "dns.record.unknown", "No such record.")
                .asException();
    }

    private static final class Zone {
        private final DomainName name;
        private final ZoneType type;
        private final List<RecordSet> sets = new ArrayList<>();
        private Soa soa;

        Zone(DomainName name, ZoneType type, Soa soa) {
            this.name = name;
            this.type = type;
            this.soa = soa;
        }

        ZoneInfo info() {
            return new ZoneInfo(name, name.unicode(), type, soa.serial(), false);
        }

        List<StoredRecord> records() {
            return sets.stream().flatMap(set -> set.records().stream()).toList();
        }

        List<StoredRecord> change(List<RecordChange> changes) {
            ZoneEdit edit = new ZoneEdit(name, sets);
            List<StoredRecord> records = edit.apply(changes);
            for (RecordSet changed : edit.changed()) {
                sets.removeIf(set -> set.name().equals(changed.name()) && set.type() == changed.type());
                if (!changed.isEmpty()) {
                    sets.add(changed);
                }
            }
            soa = soa.withSerial(Serial.next(soa.serial()));
            return records;
        }
    }

    /** The request of this class that came last. */
    public <T extends Record> @Nullable T last(Class<T> type) {
        return requests.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, other) -> other)
                .orElse(null);
    }
}
