package dev.npanel.dns.panel.migrate;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.carry.CarriedPage;
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.carry.CompareZones;
import dev.npanel.dns.carry.DropZones;
import dev.npanel.dns.carry.ListCarried;
import dev.npanel.dns.carry.ListCarried.Detail;
import dev.npanel.dns.carry.Place;
import dev.npanel.dns.carry.ReadPlace;
import dev.npanel.dns.carry.SetPlace;
import dev.npanel.dns.carry.TakeZones;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.CallContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One of the two name servers, by its carrier. What may take long is asked for in parts. */
record Server(Agent agent, CallContext context, Carrier carrier, Pace pace) {
    // of a page: what is asked for within two or three seconds
    private static final int NAMES = 10_000;
    private static final int VERSIONS = 3_000;
    private static final int CONTENTS = 100;

    String name() {
        return carrier.server();
    }

    Place place() {
        return agent.read(context, carrier.place(), new ReadPlace()).place();
    }

    void move(Place place) {
        agent.call(context, carrier.move(), new SetPlace(place));
    }

    /** The names of its zones. */
    Set<DomainName> zones() {
        return marks(Detail.NAME, NAMES).keySet();
    }

    /** Its zones and their versions. */
    Map<DomainName, String> versions() {
        return marks(Detail.VERSION, VERSIONS);
    }

    /** Its zones and their fingerprints. */
    Map<DomainName, String> fingerprints() {
        return marks(Detail.CONTENT, CONTENTS);
    }

    private Map<DomainName, String> marks(Detail detail, int limit) {
        Map<DomainName, String> zones = new TreeMap<>();
        DomainName after = null;
        do {
            CarriedPage page = agent.read(context, carrier.zones(), new ListCarried(after, limit, detail));
            page.items().forEach(item -> zones.put(item.zone(), Objects.requireNonNullElse(item.mark(), "")));
            after = page.next();
            if (after != null && detail == Detail.CONTENT) {
                pace.tell("%d zones of %s are looked at.".formatted(zones.size(), name()));
            }
        } while (after != null);
        return zones;
    }

    /** Takes zones that it has not, for this time; how many it has taken. */
    int take(Collection<DomainName> zones, Server from, Duration most) {
        return pace.within(most, zones, part -> take(part, from.name()));
    }

    /** Takes zones that it has not. */
    void take(Collection<DomainName> zones, Server from) {
        pace.each(zones, "carried to " + name(), part -> take(part, from.name()));
    }

    private void take(List<DomainName> part, String from) {
        agent.call(context, carrier.take(), new TakeZones(part, from));
    }

    /**
     * Takes again what has another mark than before, and drops what is not wanted any more.
     *
     * @return what was taken
     */
    Set<DomainName> carryAgain(Map<DomainName, String> had, Map<DomainName, String> wanted, Server from) {
        Set<DomainName> changed = new TreeSet<>(wanted.keySet());
        changed.removeIf(zone -> Objects.equals(wanted.get(zone), had.get(zone)));
        Set<DomainName> stale = new TreeSet<>(had.keySet());
        stale.removeAll(wanted.keySet());
        stale.addAll(changed);
        drop(stale);
        take(changed, from);
        return changed;
    }

    void drop(Collection<DomainName> zones) {
        pace.each(zones, "taken away from " + name(), part -> agent.call(context, carrier.drop(), new DropZones(part)));
    }

    /** Which zones it answers for differently than another server does, and an example of each. */
    Map<DomainName, String> differences(Collection<DomainName> zones, Server from) {
        Map<DomainName, String> differences = new TreeMap<>();
        pace.each(zones, "compared", part -> {
            CompareZones wish = new CompareZones(part, from.name());
            agent.read(context, carrier.compare(), wish)
                    .differences()
                    .forEach(each -> differences.putIfAbsent(each.zone(), each.text()));
        });
        return differences;
    }
}
