package dev.npanel.dns.panel.migrate;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.carry.CarriedPage;
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.carry.CompareZones;
import dev.npanel.dns.carry.ComparedZones;
import dev.npanel.dns.carry.DropZones;
import dev.npanel.dns.carry.ListCarried;
import dev.npanel.dns.carry.Place;
import dev.npanel.dns.carry.ReadPlace;
import dev.npanel.dns.carry.SetPlace;
import dev.npanel.dns.carry.TakeZones;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.CallContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of the two name servers, by its carrier. What may take long is asked for in parts. */
record Server(Agent agent, CallContext context, Carrier carrier) {
    private static final int PAGE = 100;
    /** Zones of a change: each is made and signed within a second. */
    static final int PART = 5;

    String name() {
        return carrier.server();
    }

    Place place() {
        return agent.read(context, carrier.place(), new ReadPlace()).place();
    }

    void move(Place place) {
        agent.call(context, carrier.move(), new SetPlace(place));
    }

    /** Its zones and their fingerprints, or empty texts when these are not asked for. */
    Map<DomainName, String> zones(boolean contents) {
        Map<DomainName, String> zones = new TreeMap<>();
        DomainName after = null;
        do {
            CarriedPage page = agent.read(context, carrier.zones(), new ListCarried(after, PAGE, contents));
            for (CarriedPage.Item item : page.items()) {
                String fingerprint = item.fingerprint();
                zones.put(item.zone(), fingerprint == null ? "" : fingerprint);
            }
            after = page.next();
        } while (after != null);
        return zones;
    }

    void take(Collection<DomainName> zones, Server from) {
        for (List<DomainName> part : parts(zones, PART)) {
            agent.call(context, carrier.take(), new TakeZones(part, from.name()));
        }
    }

    void drop(Collection<DomainName> zones) {
        for (List<DomainName> part : parts(zones, PAGE / 2)) {
            agent.call(context, carrier.drop(), new DropZones(part));
        }
    }

    /** What it answers differently than another server does. */
    ComparedZones compare(Collection<DomainName> zones, Server with) {
        int questions = 0;
        List<String> differences = new ArrayList<>();
        for (List<DomainName> part : parts(zones, PART)) {
            ComparedZones compared = agent.read(context, carrier.compare(), new CompareZones(part, with.name()));
            questions += compared.questions();
            differences.addAll(compared.differences());
        }
        return new ComparedZones(questions, differences);
    }

    private static List<List<DomainName>> parts(Collection<DomainName> zones, int size) {
        List<DomainName> all = List.copyOf(zones);
        List<List<DomainName>> parts = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += size) {
            parts.add(all.subList(begin, Math.min(all.size(), begin + size)));
        }
        return parts;
    }
}
