package dev.npanel.dns.backend.record;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordPage;
import dev.npanel.dns.record.RecordType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code dns.record.list}, D2: all records but the SOA, which is the zone's, and those that the contract cannot express: of
 * other types, disabled ones, or with names or contents beyond it.
 */
@Component(service = Action.class)
public final class ListRecordsAction implements Action<ListRecords, RecordPage> {
    private final NameServer server;
    private final Listings listings;

    @Activate
    public ListRecordsAction(@Reference NameServer server, @Reference Listings listings) {
        this.server = server;
        this.listings = listings;
    }

    @Override
    public ActionType<ListRecords, RecordPage> type() {
        return Dns.RECORD_LIST;
    }

    @Override
    public Plan<RecordPage> plan(ListRecords request, HostView host) {
        RecordName name = request.name();
        List<Row> rows = name == null ? listings.of(request.zone()) : rowsOf(request.zone(), name);
        return Plan.answer(Paging.page(request.zone(), chosen(rows, request), request.after(), request.limit()));
    }

    private List<Row> rowsOf(DomainName zone, RecordName name) {
        Zone found = server.zone(zone, Set.of(name)).orElseThrow(() -> Served.unknown());
        return Listings.rows(found).stream()
                .filter(row -> row.set().name().equals(name))
                .toList();
    }

    private static List<Row> chosen(List<Row> rows, ListRecords request) {
        RecordType type = request.type();
        if (type == null && request.search() == null) {
            return rows;
        }
        return rows.stream()
                .filter(row -> type == null || type == row.set().type())
                .filter(row -> matches(row, request))
                .toList();
    }

    private static boolean matches(Row row, ListRecords request) {
        if (request.search() == null) {
            return true;
        }
        String search = request.search().toLowerCase(Locale.ROOT);
        RecordName name = row.set().name();
        return name.text().contains(search)
                || name.unicode().contains(search)
                || row.entry().content().toLowerCase(Locale.ROOT).contains(search);
    }
}
