package dev.npanel.agent.step;

import dev.npanel.agent.journal.Trace.UnitChanged;
import dev.npanel.agent.unit.Units;
import dev.npanel.api.change.StepPreview;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Units. Undoing a reload or restart is left to the engine, which has the unit read its configuration once more when all
 * other steps are undone.
 */
final class UnitKind implements StepKind<UnitChange, UnitChanged> {
    private final Units units;

    UnitKind(Units units) {
        this.units = units;
    }

    @Override
    public UnitChanged prepare(UnitChange step, Slot slot, HostView host) throws IOException {
        return new UnitChanged(step.unit(), step.verb(), present(step.unit(), step.verb()));
    }

    @Override
    public void apply(UnitChange step, UnitChanged trace) throws IOException {
        units.change(step);
    }

    @Override
    public void undo(UnitChanged trace) throws IOException {
        Verb opposite = opposite(trace.verb());
        if (opposite != trace.verb() && present(trace.unit(), trace.verb()) != trace.before()) {
            units.change(
                    new UnitChange(trace.unit(), trace.before() ? positive(trace.verb()) : negative(trace.verb())));
        }
    }

    @Override
    public Step revert(UnitChanged trace) {
        boolean changed = trace.before() != (trace.verb() == positive(trace.verb()));
        return new UnitChange(trace.unit(), changed ? opposite(trace.verb()) : trace.verb());
    }

    @Override
    public StepPreview preview(UnitChange step, HostView host) {
        return new StepPreview(step.verb().name().toLowerCase(Locale.ROOT), step.unit(), List.of());
    }

    private boolean present(String unit, Verb verb) throws IOException {
        return switch (verb) {
            case START, STOP, RETIRE -> units.isActive(unit);
            case ENABLE, DISABLE -> units.isEnabled(unit);
            case RELOAD, RESTART -> true;
        };
    }

    private static Verb positive(Verb verb) {
        return switch (verb) {
            case START, STOP, RETIRE -> Verb.START;
            case ENABLE, DISABLE -> Verb.ENABLE;
            case RELOAD, RESTART -> verb;
        };
    }

    private static Verb negative(Verb verb) {
        return switch (verb) {
            case START, STOP -> Verb.STOP;
            case RETIRE -> Verb.RETIRE;
            case ENABLE, DISABLE -> Verb.DISABLE;
            case RELOAD, RESTART -> verb;
        };
    }

    private static Verb opposite(Verb verb) {
        return verb == positive(verb) ? negative(verb) : positive(verb);
    }
}
