package dev.npanel.dns.panel.migrate;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginDeclaration;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.plugin.Plugins;
import dev.npanel.api.plugin.Plugins.PluginList;
import dev.npanel.api.plugin.Plugins.SetPluginState;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.carry.CarriedPage;
import dev.npanel.dns.carry.CompareZones;
import dev.npanel.dns.carry.ComparedZones;
import dev.npanel.dns.carry.ComparedZones.Difference;
import dev.npanel.dns.carry.DropZones;
import dev.npanel.dns.carry.Place;
import dev.npanel.dns.carry.PlaceInfo;
import dev.npanel.dns.carry.SetPlace;
import dev.npanel.dns.carry.TakeZones;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.rest.CallContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two name servers in memory: what a migration sees and does. At one call, if wished, the agent is away, before or after the deed. */
final class MemoryServers implements Agent {
    private final Map<String, Map<DomainName, String>> zones =
            new TreeMap<>(Map.of("powerdns", new TreeMap<>(), "bind", new TreeMap<>()));
    final Map<String, Place> places = new TreeMap<>(Map.of("powerdns", Place.SERVING, "bind", Place.RESTING));
    final Map<String, PluginChoice> choices =
            new TreeMap<>(Map.of("powerdns", PluginChoice.ENABLED, "bind", PluginChoice.DISABLED));
    int awayAt = Integer.MAX_VALUE;
    boolean afterTheDeed;
    /** What that call ends with. */
    RuntimeException away =
            Problem.unavailable("agent.away", "The agent is away.", 1).asException();

    int calls;
    /** What somebody does to the zones of PowerDNS before a call, as long as its backend is enabled. */
    int changedAt = Integer.MAX_VALUE;
    /** As {@link #changedAt}, the same once more. */
    int changedAgainAt = Integer.MAX_VALUE;

    /** What they were then. */
    @Nullable
    Map<DomainName, String> changed;

    Consumer<Map<DomainName, String>> change = zones -> {};

    @Override
    public <I extends Record & Scoped, O extends Record> Outcome<O> call(
            CallContext context, ActionType<I, O> action, I request) {
        boolean isAway = ++calls == awayAt;
        if ((calls == changedAt || calls == changedAgainAt) && choices.get("powerdns") == PluginChoice.ENABLED) {
            change.accept(of("powerdns"));
            changed = Map.copyOf(of("powerdns"));
        }
        if (isAway && !afterTheDeed) {
            throw away;
        }
        O answer = action.output().cast(answer(action.name(), request));
        if (isAway) {
            throw away;
        }
        return new Outcome.Done<>(answer, null);
    }

    private Record answer(String action, Record request) {
        if (action.equals(Plugins.LIST.name())) {
            return list();
        } else if (request instanceof SetPluginState wish) {
            String server = wish.name().text().replaceAll(".*\\.", "");
            choices.put(server, wish.state());
            return list();
        }
        String server = action.split("\\.", -1)[1];
        Map<DomainName, String> own = of(server);
        if (request instanceof SetPlace wish) {
            places.put(server, wish.place());
            if (places.values().stream().filter(Place.SERVING::equals).count() > 1) {
                throw new IllegalStateException("two on port 53");
            }
        } else if (request instanceof TakeZones wish) {
            take(own, of(wish.from()), wish.zones());
        } else if (request instanceof DropZones wish) {
            wish.zones().forEach(own::remove);
        } else if (request instanceof CompareZones wish) {
            return compared(own, of(wish.with()), wish.zones());
        }
        return action.endsWith(".place") || action.endsWith(".move")
                ? new PlaceInfo(Objects.requireNonNull(places.get(server)))
                : page(own);
    }

    private static void take(Map<DomainName, String> own, Map<DomainName, String> others, List<DomainName> wanted) {
        for (DomainName zone : wanted) {
            if (own.containsKey(zone)) {
                throw Problem.of(ProblemKind.CONFLICT, "dns.zone.exists", "The zone is there already.")
                        .asException();
            }
            if (others.containsKey(zone)) {
                own.put(zone, Objects.requireNonNull(others.get(zone)));
            }
        }
    }

    private static ComparedZones compared(
            Map<DomainName, String> own, Map<DomainName, String> others, List<DomainName> wanted) {
        return new ComparedZones(
                wanted.size(),
                wanted.stream()
                        .filter(others::containsKey)
                        .filter(zone -> !Objects.equals(own.get(zone), others.get(zone)))
                        .map(zone -> new Difference(zone, own.get(zone) + " and " + others.get(zone)))
                        .toList());
    }

    /** The zones of a server, and what is in them. */
    Map<DomainName, String> of(String server) {
        return Objects.requireNonNull(zones.get(server));
    }

    private static CarriedPage page(Map<DomainName, String> zones) {
        return new CarriedPage(
                zones.entrySet().stream()
                        .map(zone -> new CarriedPage.Item(zone.getKey(), zone.getValue()))
                        .toList(),
                null);
    }

    private PluginList list() {
        PluginDeclaration nothing = new PluginDeclaration(List.of(), List.of(), List.of(), List.of(), List.of());
        return new PluginList(choices.entrySet().stream()
                .map(each -> new InstalledPlugin(
                        new PluginName("npanel.dns." + each.getKey()), "1", each.getValue(), null, nothing, false))
                .toList());
    }
}
