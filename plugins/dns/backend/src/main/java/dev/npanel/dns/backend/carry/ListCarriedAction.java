package dev.npanel.dns.backend.carry;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.carry.CarriedPage;
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.carry.ListCarried;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.bind.zones} and the like: which zones this server has, and what they are. */
@Component(service = Action.class)
public final class ListCarriedAction implements Action<ListCarried, CarriedPage> {
    private final Carriage carriage;
    private final NameServer names;
    private final CarriedSource own;

    @Activate
    public ListCarriedAction(@Reference Carriage carriage, @Reference NameServer names, @Reference CarriedSource own) {
        this.carriage = carriage;
        this.names = names;
        this.own = own;
    }

    @Override
    public ActionType<ListCarried, CarriedPage> type() {
        return new Carrier(carriage.server()).zones();
    }

    @Override
    public Plan<CarriedPage> plan(ListCarried request, HostView host) {
        DomainName after = request.after();
        List<DomainName> found = names.names()
                .filter(zone -> after == null || zone.compareTo(after) > 0)
                .sorted()
                .limit(request.limit() + 1L)
                .toList();
        List<DomainName> page = found.subList(0, Math.min(found.size(), request.limit()));
        DomainName next = found.size() > page.size() ? page.get(page.size() - 1) : null;
        return Plan.answer(new CarriedPage(items(page, request.detail()).toList(), next));
    }

    /** All of them that are there: what the backend has made a moment ago, its carrier may not be told of in a list. */
    private Stream<ZoneInfo> infos(List<DomainName> page) {
        Set<DomainName> unseen = new HashSet<>(page);
        List<ZoneInfo> listed = names.infos(new HashSet<>(page)::contains, page.size());
        listed.forEach(info -> unseen.remove(info.zone()));
        return Stream.concat(listed.stream(), unseen.stream().flatMap(zone -> names.info(zone).stream()));
    }

    private Stream<CarriedPage.Item> items(List<DomainName> page, ListCarried.Detail detail) {
        return switch (detail) {
            case NAME -> page.stream().map(zone -> new CarriedPage.Item(zone, null));
            case VERSION ->
                infos(page)
                        .flatMap(info ->
                                own.version(info).map(version -> new CarriedPage.Item(info.zone(), version)).stream());
            case CONTENT ->
                page.stream()
                        .flatMap(zone -> own.zone(zone).stream())
                        .map(zone -> new CarriedPage.Item(zone.zone(), zone.fingerprint()));
        };
    }
}
