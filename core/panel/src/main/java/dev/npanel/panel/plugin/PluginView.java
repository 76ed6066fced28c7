package dev.npanel.panel.plugin;

import dev.npanel.api.action.Permission;
import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.PluginDeclaration;
import dev.npanel.api.plugin.PluginState;
import dev.npanel.panel.mount.MountedBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plugin in all processes that have it: the panel, the agent, or both.
 *
 * @param name the symbolic name of its bundle
 * @param reasons in words, why it does not run or is not served
 * @param core whether it is nPanel itself, which cannot be disabled
 * @param processes which have a bundle of it: {@code agent}, {@code panel}
 * @param permissions that its resources ask for
 * @param operations what it serves over HTTPS, {@code GET /api/dns/{domain}}
 * @param declaration what it may do to the host; null when the agent does not have it
 */
public record PluginView(
        String name,
        String version,
        PluginState state,
        List<String> reasons,
        boolean core,
        List<String> processes,
        List<String> permissions,
        List<String> operations,
        @Nullable PluginDeclaration declaration) {

    /** What each side knows of it; at least one of them does. */
    record Parts(
            String name,
            Optional<InstalledPlugin> agent,
            Optional<InstalledPlugin> panel,
            Optional<MountedBundle> mounted) {}

    static PluginView of(Parts parts) {
        List<InstalledPlugin> installed = Stream.of(parts.agent(), parts.panel())
                .flatMap(Optional::stream)
                .toList();
        Optional<MountedBundle> mounted = parts.mounted();
        List<String> processes = new ArrayList<>();
        parts.agent().ifPresent(agent -> processes.add("agent"));
        if (parts.panel().isPresent() || mounted.isPresent()) {
            processes.add("panel");
        }
        return new PluginView(
                parts.name(),
                Stream.concat(installed.stream().map(InstalledPlugin::version), version(mounted))
                        .findFirst()
                        .orElse(""),
                state(installed, mounted),
                Stream.concat(
                                installed.stream().map(InstalledPlugin::reason).filter(Objects::nonNull),
                                mounted.stream().flatMap(bundle -> bundle.refusals().stream()))
                        .distinct()
                        .toList(),
                parts.panel().isEmpty()
                        && parts.agent().map(InstalledPlugin::core).orElse(true),
                processes,
                mounted.map(PluginView::permissions).orElse(List.of()),
                mounted.map(PluginView::operations).orElse(List.of()),
                parts.agent().map(InstalledPlugin::declaration).orElse(null));
    }

    private static Stream<String> version(Optional<MountedBundle> mounted) {
        return mounted.stream().map(MountedBundle::version);
    }

    private static PluginState state(List<InstalledPlugin> installed, Optional<MountedBundle> mounted) {
        List<PluginState> states =
                installed.stream().map(InstalledPlugin::state).toList();
        if (states.contains(PluginState.DISABLED)) {
            return PluginState.DISABLED;
        }
        return states.contains(PluginState.FAILED)
                        || mounted.filter(bundle -> !bundle.served()).isPresent()
                ? PluginState.FAILED
                : PluginState.ENABLED;
    }

    private static List<String> permissions(MountedBundle bundle) {
        return bundle.operations().stream()
                .map(operation -> operation.permission())
                .filter(Objects::nonNull)
                .map(Permission::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> operations(MountedBundle bundle) {
        return bundle.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .sorted()
                .toList();
    }
}
