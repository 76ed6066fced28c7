package dev.npanel.host.action;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Check;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import java.util.Set;

/**
 * What a plugin may touch, as its manifest declares it; the engine refuses every step beyond.
 *
 * @param plugin the bundle's symbolic name
 * @param actions names, or kinds as in {@code dns.*}
 * @param paths files, or with a final {@code /} directories and all below
 * @param units systemd units; a template, {@code php@.service}, stands for all of its instances
 * @param programs what checks may run
 * @param effects names of effect types
 */
public record Declaration(
        String plugin,
        Set<String> actions,
        Set<String> paths,
        Set<String> units,
        Set<String> programs,
        Set<String> effects) {

    public Declaration {
        actions = Set.copyOf(actions);
        paths = Set.copyOf(paths);
        units = Set.copyOf(units);
        programs = Set.copyOf(programs);
        effects = Set.copyOf(effects);
    }

    /** Whether the plugin may register the action of this name. */
    public boolean mayServe(String action) {
        return actions.contains(action)
                || actions.stream()
                        .anyMatch(
                                each -> each.endsWith(".*") && action.startsWith(each.substring(0, each.length() - 1)));
    }

    /** Whether the plugin may have this step done. */
    public boolean permits(Step step) {
        if (step instanceof PutFile put) {
            return covers(put.path());
        } else if (step instanceof PutDirectory put) {
            return covers(put.path());
        } else if (step instanceof Move move) {
            return covers(move.from()) && covers(move.to());
        } else if (step instanceof Delete delete) {
            return covers(delete.path());
        } else if (step instanceof Check check) {
            return programs.contains(check.program().text());
        } else if (step instanceof UnitChange change) {
            return mayChange(change.unit());
        } else {
            return effects.contains(((Effect<?, ?>) step).type().name());
        }
    }

    /** Whether the plugin may change this unit. */
    public boolean mayChange(String unit) {
        return units.contains(unit) || units.contains(UnitChange.template(unit));
    }

    private boolean covers(AbsolutePath path) {
        return paths.contains(path.text())
                || paths.stream()
                        .anyMatch(each -> each.endsWith("/") && path.text().startsWith(each));
    }
}
