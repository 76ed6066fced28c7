package dev.npanel.dns.panel.migrate;

import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.plugin.Plugins;
import dev.npanel.api.plugin.Plugins.ListPlugins;
import dev.npanel.api.plugin.Plugins.SetPluginState;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.carry.ComparedZones;
import dev.npanel.dns.carry.Place;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.rest.CallContext;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One run of a migration: it looks where both servers are and which backend is chosen, and goes on from there.
 *
 * <ol>
 *   <li>The target is started beside the source, on the loopback. The source answers and is changed as before.
 *   <li>Zone by zone is carried over. What has changed meanwhile is carried again.
 *   <li>Both are asked for every name of every zone.
 *   <li>The source's backend is disabled: changes are refused from here on ({@code 503}), and those under way are over.
 *   <li>What has changed since is carried again. The source stops, the target takes port 53, its backend is enabled.
 *   <li>The source's zones and keys are taken away.
 * </ol>
 */
final class Migration {
    private final Agent agent;
    private final CallContext context;
    private final Swap swap;
    private final Server source;
    private final Server target;
    private final Started started;

    Migration(Agent agent, CallContext context, Swap swap, Started started) {
        this.started = started;
        this.agent = agent;
        this.context = context;
        this.swap = swap;
        this.source = new Server(agent, context, swap.source());
        this.target = new Server(agent, context, swap.target());
    }

    JobResult goOn() {
        if (isEnabled(swap.to())) {
            return clean();
        }
        if (source.place() == Place.RESTING) {
            return finish();
        }
        return isEnabled(swap.from()) ? carry() : handOver();
    }

    /** Whether the target answers already. */
    boolean isDecided() {
        return isEnabled(swap.to());
    }

    /** Leaves everything as it was before. */
    void takeBack() {
        if (target.place() == Place.SERVING) {
            target.move(Place.STANDBY);
        }
        if (source.place() != Place.SERVING) {
            source.move(Place.SERVING);
        }
        choose(swap.from(), PluginChoice.ENABLED);
        if (target.place() != Place.RESTING) {
            if (started.isNoted()) {
                Set<DomainName> carried = new TreeSet<>(target.zones(false).keySet());
                carried.retainAll(source.zones(false).keySet());
                target.drop(carried);
            }
            target.move(Place.RESTING);
        }
    }

    private JobResult carry() {
        if (target.place() != Place.STANDBY || !started.isNoted()) {
            if (target.place() != Place.STANDBY) {
                target.move(Place.STANDBY);
            }
            requireEmpty();
            started.note();
            return soon(target.name() + " is started beside " + source.name() + ".");
        }
        Set<DomainName> wanted = source.zones(false).keySet();
        Set<DomainName> there = target.zones(false).keySet();
        Set<DomainName> missing = without(wanted, there);
        if (!missing.isEmpty()) {
            target.take(missing.stream().limit(Server.PART).toList(), source);
            int done = wanted.size() - Math.max(0, missing.size() - Server.PART);
            return soon(done + " of " + wanted.size() + " zones are carried to " + target.name() + ".");
        }
        Set<DomainName> changed = catchUp();
        if (!changed.isEmpty()) {
            return soon(changed.size() + " zones have changed meanwhile and are carried again.");
        }
        compare(wanted);
        choose(swap.from(), PluginChoice.DISABLED);
        return handOver();
    }

    /** Nobody changes zones now. Whatever fails, the source serves on and can be changed again. */
    private JobResult handOver() {
        try {
            Set<DomainName> changed = catchUp();
            compare(changed);
            source.move(Place.RESTING);
            return finish();
        } catch (ProblemException failed) {
            if (source.place() == Place.SERVING) {
                choose(swap.from(), PluginChoice.ENABLED);
            }
            throw failed;
        }
    }

    /** The source does not answer any more: the target does at once, or the source again. */
    private JobResult finish() {
        try {
            target.move(Place.SERVING);
        } catch (ProblemException failed) {
            // it may have been done all the same, and only the answer be lost
            if (target.place() != Place.SERVING) {
                source.move(Place.SERVING);
                choose(swap.from(), PluginChoice.ENABLED);
            }
            throw failed;
        }
        choose(swap.to(), PluginChoice.ENABLED);
        return soon(target.name() + " answers on port 53; the zones of " + source.name() + " are taken away.");
    }

    private JobResult clean() {
        if (source.place() != Place.STANDBY) {
            source.move(Place.STANDBY);
        }
        Set<DomainName> left = source.zones(false).keySet();
        left.retainAll(target.zones(false).keySet());
        source.drop(left);
        source.move(Place.RESTING);
        return new JobResult.Done(target.name() + " answers for all zones.");
    }

    /** Carries again what is not the same any more; which zones that were. */
    private Set<DomainName> catchUp() {
        Map<DomainName, String> there = source.zones(true);
        Map<DomainName, String> here = target.zones(true);
        target.drop(without(here.keySet(), there.keySet()));
        Set<DomainName> changed = new TreeSet<>();
        there.forEach((zone, fingerprint) -> {
            if (!fingerprint.equals(here.get(zone))) {
                changed.add(zone);
            }
        });
        target.drop(changed);
        target.take(changed, source);
        return changed;
    }

    private void compare(Collection<DomainName> zones) {
        ComparedZones compared = target.compare(zones, source);
        if (!compared.differences().isEmpty()) {
            throw conflict(
                    "dns.migrate.differs",
                    "The two name servers do not answer the same: "
                            + compared.differences().get(0));
        }
    }

    /** What is there before anything has been carried is somebody else's: it is left alone, and nothing is carried beside it. */
    private void requireEmpty() {
        Set<DomainName> others = target.zones(false).keySet();
        if (!others.isEmpty()) {
            target.move(Place.RESTING);
            throw conflict(
                    "dns.migrate.others",
                    target.name() + " has zones already, such as "
                            + others.iterator().next() + ": enable its plugin instead, and delete them.");
        }
    }

    private boolean isEnabled(PluginName name) {
        return agent.read(context, Plugins.LIST, new ListPlugins()).plugins().stream()
                .anyMatch(plugin -> plugin.name().equals(name) && plugin.choice() == PluginChoice.ENABLED);
    }

    private void choose(PluginName name, PluginChoice choice) {
        agent.call(context, Plugins.STATE_SET, new SetPluginState(name, choice, null));
    }

    private static Set<DomainName> without(Set<DomainName> all, Set<DomainName> some) {
        Set<DomainName> left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    private static JobResult soon(String progress) {
        return new JobResult.Again(Duration.ZERO, progress);
    }

    private static ProblemException conflict(String code, String message) {
        return Problem.of(ProblemKind.CONFLICT, code, message).asException();
    }
}
