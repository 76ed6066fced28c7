package dev.npanel.host.action;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scope;
import dev.npanel.api.value.Text;

/** A resource that one change at a time may touch, by name: {@code dns:domain:example.com}. Taken in the names' order. */
public record Lock(String name) implements Comparable<Lock> {
    private static final int MAX_LENGTH = 512;

    public Lock {
        Text.line(name, MAX_LENGTH);
    }

    /** What the action's kind keeps for the scope. */
    public static Lock on(ActionType<?, ?> type, Scope scope) {
        String kind = type.name().substring(0, type.name().indexOf('.'));
        return new Lock(kind + ":" + scope);
    }

    @Override
    public int compareTo(Lock other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
