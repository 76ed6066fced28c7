package dev.npanel.api.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin may do to the host, from the manifest of its bundle. Everything is sorted.
 *
 * @param actions {@code NPanel-Actions}: what it may serve, names or kinds as in {@code dns.*}
 * @param paths {@code NPanel-Paths}: files, or with a final {@code /} directories and all below
 * @param units {@code NPanel-Units}: systemd units
 * @param programs {@code NPanel-Programs}: what checks may run
 * @param effects {@code NPanel-Effects}: types of daemon state
 */
public record PluginDeclaration(
        List<String> actions, List<String> paths, List<String> units, List<String> programs, List<String> effects) {

    public PluginDeclaration {
        actions = List.copyOf(actions);
        paths = List.copyOf(paths);
        units = List.copyOf(units);
        programs = List.copyOf(programs);
        effects = List.copyOf(effects);
    }

    /** What these headers declare, each with values between commas. */
    public static PluginDeclaration of(Function<String, @Nullable String> header) {
        return new PluginDeclaration(
                values(header.apply("NPanel-Actions")),
                values(header.apply("NPanel-Paths")),
                values(header.apply("NPanel-Units")),
                values(header.apply("NPanel-Programs")),
                values(header.apply("NPanel-Effects")));
    }

    /** Whether there may be an action that both serve: of two such plugins only one can run. */
    public boolean rivals(PluginDeclaration other) {
        return actions.stream().anyMatch(own -> other.actions.stream().anyMatch(each -> overlap(own, each)));
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other) || covers(one, other) || covers(other, one);
    }

    private static boolean covers(String pattern, String name) {
        return pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 1));
    }

    private static List<String> values(@Nullable String header) {
        return header == null
                ? List.of()
                : Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
    }
}
