package dev.npanel.host.action;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scope;
import dev.npanel.api.value.Text;

/**
 * A resource that changes may not touch at the same time, by name: {@code dns:domain:example.com}. Taken in the names' order.
 *
 * @param shared whether others may have it at the same time who share it, too; what they change besides is then theirs to
 *     lock, such as a {@link #part}
 */
public record Lock(String name, boolean shared) implements Comparable<Lock> {
    private static final int MAX_LENGTH = 1024;

    public Lock {
        Text.line(name, MAX_LENGTH);
    }

    /** One that nobody else has meanwhile. */
    public Lock(String name) {
        this(name, false);
    }

    /** What the action's kind keeps for the scope. */
    public static Lock on(ActionType<?, ?> type, Scope scope) {
        String kind = type.name().substring(0, type.name().indexOf('.'));
        return new Lock(kind + ":" + scope);
    }

    /** The same to be shared: kept from those who want all of it for themselves. */
    public Lock share() {
        return new Lock(name, true);
    }

    /** The same for one's own. */
    public Lock alone() {
        return new Lock(name);
    }

    /** Something in it, for those who share the whole. */
    public Lock part(String what) {
        return new Lock(name + "/" + what);
    }

    @Override
    public int compareTo(Lock other) {
        int order = name.compareTo(other.name);
        return order == 0 ? Boolean.compare(shared, other.shared) : order;
    }

    @Override
    public String toString() {
        return name;
    }
}
