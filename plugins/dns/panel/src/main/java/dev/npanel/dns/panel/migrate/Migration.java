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
import dev.npanel.dns.carry.Place;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.rest.CallContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One run of a migration: it looks where both servers are and which backend is chosen, and goes on from there.
 *
 * <ol>
 *   <li>The target is started beside the source, on the loopback. The source answers and is changed as before.
 *   <li>Zone by zone is carried over. What has changed meanwhile is carried again.
 *   <li>Both are asked for every name of every zone, and again for what changes meanwhile.
 *   <li>The source's backend is disabled: changes are refused from here on ({@code 503}), and those under way are over.
 *   <li>What has changed since is carried again. The source stops, the target takes port 53, its backend is enabled.
 *   <li>The source's zones and keys are taken away.
 * </ol>
 */
final class Migration {
    /** Carrying goes on for this long until it is said how far it is. */
    private static final Duration STRETCH = Duration.ofSeconds(5);
    /** So many zones are carried and compared in a moment, while nobody changes them. */
    private static final int FEW = 5;

    private static final int ROUNDS = 5;

    private final Agent agent;
    private final CallContext context;
    private final Swap swap;
    private final Server source;
    private final Server target;
    private final Started started;

    Migration(Agent agent, JobRun run, Swap swap, Started started, Clock clock) {
        this.started = started;
        this.agent = agent;
        this.context = run.context();
        this.swap = swap;
        Pace pace = new Pace(clock, run::tell);
        this.source = new Server(agent, context, swap.source(), pace);
        this.target = new Server(agent, context, swap.target(), pace);
    }

    JobResult goOn() {
        if (isEnabled(swap.to())) {
            return clean(target.zones());
        }
        if (source.place() == Place.RESTING) {
            finish();
            return soon(target.name() + " answers on port 53; the zones of " + source.name() + " are taken away.");
        }
        return isEnabled(swap.from()) ? carry() : handOver(this::catchUp);
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
                target.drop(target.zones());
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
        Set<DomainName> wanted = source.zones();
        Set<DomainName> missing = without(wanted, target.zones());
        if (!missing.isEmpty()) {
            int left = missing.size() - target.take(missing, source, STRETCH);
            String next = left == 0 ? ", and compared now." : ".";
            return soon(
                    (wanted.size() - left) + " of " + wanted.size() + " zones are carried to " + target.name() + next);
        }
        Following following = new Following(source, target);
        catchUp();
        Set<DomainName> last = compare(following);
        choose(swap.from(), PluginChoice.DISABLED);
        return handOver(() -> {
            last.addAll(following.catchUp());
            return last;
        });
    }

    /** Compares all zones, and again those that have changed meanwhile, until they are few: these are not compared yet. */
    private Set<DomainName> compare(Following following) {
        Set<DomainName> changed = following.zones();
        for (int round = 0; round == 0 || (round < ROUNDS && changed.size() > FEW); round++) {
            Map<DomainName, String> differences = target.differences(changed, source);
            changed = following.catchUp();
            differences.keySet().removeAll(changed);
            Map<DomainName, String> still = again(differences.keySet());
            if (!differences.isEmpty()) {
                changed.addAll(following.catchUp());
                still.keySet().removeAll(changed);
            }
            requireNone(still);
        }
        return changed;
    }

    /** Carries zones once more that are not answered the same, as one that was carried just when it was made; which still are not. */
    private Map<DomainName, String> again(Set<DomainName> differing) {
        target.drop(differing);
        target.take(differing, source);
        return target.differences(differing, source);
    }

    /** Nobody changes zones now. Whatever fails, the source serves on and can be changed again. */
    private JobResult handOver(Supplier<Set<DomainName>> last) {
        try {
            requireNone(again(target.differences(last.get(), source).keySet()));
            Set<DomainName> carried = source.zones();
            // one that was made after the first look, carried, and ended before the next
            target.drop(without(target.zones(), carried));
            source.move(Place.RESTING);
            finish();
            return clean(carried);
        } catch (ProblemException failed) {
            if (source.place() == Place.SERVING) {
                choose(swap.from(), PluginChoice.ENABLED);
            }
            throw failed;
        }
    }

    /** The source does not answer any more: the target does at once, or the source again. */
    private void finish() {
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
    }

    /** @param carried what may be taken away of the source's zones */
    private JobResult clean(Set<DomainName> carried) {
        if (source.place() != Place.STANDBY) {
            source.move(Place.STANDBY);
        }
        Set<DomainName> left = source.zones();
        left.retainAll(carried);
        source.drop(left);
        source.move(Place.RESTING);
        return new JobResult.Done(target.name() + " answers for all zones.");
    }

    /** Carries again what is not the same any more, as a look at all there is of each zone tells; which zones that were. */
    private Set<DomainName> catchUp() {
        return target.carryAgain(target.fingerprints(), source.fingerprints(), source);
    }

    private static void requireNone(Map<DomainName, String> differences) {
        differences.values().stream().findFirst().ifPresent(example -> {
            throw conflict("dns.migrate.differs", "The two name servers do not answer the same: " + example);
        });
    }

    /** What is there before anything has been carried is somebody else's: it is left alone, and nothing is carried beside it. */
    private void requireEmpty() {
        Set<DomainName> others = target.zones();
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
