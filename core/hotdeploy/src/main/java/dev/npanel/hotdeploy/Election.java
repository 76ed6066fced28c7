package dev.npanel.hotdeploy;

import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.PluginChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which plugins may run. Of those that serve the same actions it is the one that runs, else the one that did when that was last
 * written down, else the first by name; the others are disabled. Of two versions of a plugin, as there are in the middle of an
 * upgrade, it is the later one.
 */
final class Election {
    private static final Logger LOG = LoggerFactory.getLogger(Election.class);

    private final Map<Plugin, PluginChoice> chosen = new LinkedHashMap<>();
    private final Set<Plugin> elected = new LinkedHashSet<>();

    private record Candidate(Plugin plugin, Optional<PluginChoice> kept) {
        static final Comparator<Candidate> FIRST_COME = Comparator.comparing(
                        (Candidate each) -> !each.plugin().runs())
                .thenComparing(each -> each.kept().isEmpty())
                .thenComparing(each -> each.plugin().name());
    }

    private Election() {}

    /** Decides, and keeps what was decided here for the first time. */
    static Election of(List<Plugin> plugins, Choices choices) {
        Election election = new Election();
        latest(plugins).stream()
                .map(plugin -> new Candidate(plugin, choices.of(plugin.name())))
                .sorted(Candidate.FIRST_COME)
                .forEach(candidate -> election.decide(candidate, choices));
        return election;
    }

    private static List<Plugin> latest(List<Plugin> plugins) {
        return plugins.stream()
                .filter(plugin -> plugins.stream()
                        .noneMatch(other -> other.name().equals(plugin.name())
                                && other.bundle()
                                                .getVersion()
                                                .compareTo(plugin.bundle().getVersion())
                                        > 0))
                .toList();
    }

    private void decide(Candidate candidate, Choices choices) {
        Plugin plugin = candidate.plugin();
        Optional<PluginChoice> kept = candidate.kept();
        PluginChoice choice = kept.orElse(PluginChoice.ENABLED);
        Plugin rival = choice == PluginChoice.DISABLED ? null : rival(plugin);
        if (rival != null) {
            LOG.warn("{} is disabled: {} came first and serves the same actions", plugin.name(), rival.name());
            choice = PluginChoice.DISABLED;
        }
        // only who serves actions can come too late
        if (rival != null || (kept.isEmpty() && !plugin.declaration().actions().isEmpty())) {
            choices.keep(plugin.name(), choice);
        }
        chosen.put(plugin, choice);
        if (choice == PluginChoice.ENABLED) {
            elected.add(plugin);
        }
    }

    private @Nullable Plugin rival(Plugin plugin) {
        return elected.stream().filter(plugin::rivals).findFirst().orElse(null);
    }

    /** Whether this bundle may run; only plugins may be kept from it. */
    boolean admits(Bundle bundle) {
        return Plugin.of(bundle).map(elected::contains).orElse(true);
    }

    /** All plugins as they are now, by name. */
    List<InstalledPlugin> result(Map<String, String> failures) {
        List<InstalledPlugin> result = new ArrayList<>();
        chosen.forEach((plugin, choice) -> result.add(new InstalledPlugin(
                plugin.name(),
                plugin.bundle().getVersion().toString(),
                choice,
                reason(plugin, choice, failures),
                plugin.declaration(),
                false)));
        result.sort(Comparator.comparing(InstalledPlugin::name));
        return result;
    }

    private @Nullable String reason(Plugin plugin, PluginChoice choice, Map<String, String> failures) {
        if (choice == PluginChoice.ENABLED) {
            return plugin.runs()
                    ? null
                    : failures.getOrDefault(plugin.bundle().getLocation(), "It was stopped by hand.");
        }
        Plugin rival = rival(plugin);
        return rival == null ? null : rival.name() + " is enabled and serves the same actions.";
    }
}
