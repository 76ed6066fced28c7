package dev.npanel.host.step;

import dev.npanel.api.value.Text;
import java.util.regex.Pattern;

/**
 * Changes the state of a systemd unit. Reloads and restarts of one unit are coalesced: changes that come while it reloads
 * share the next one. Not so those of a template's instance: it is part of what the action has locked, as a tenant's own daemon is.
 *
 * @param unit with its suffix, {@code nginx.service}; must be declared by the plugin
 */
public record UnitChange(String unit, Verb verb) implements Step {
    private static final Pattern UNIT =
            Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9:_.@-]{0,200}\\.(service|timer|socket|path|target)");

    public UnitChange {
        if (!UNIT.matcher(unit).matches()) {
            throw Text.refuse("must be the name of a systemd unit");
        }
    }

    /** The template that the unit is an instance of, {@code php@.service}; the unit itself when it is none. */
    public static String template(String unit) {
        int at = unit.indexOf('@');
        return at < 0 ? unit : unit.substring(0, at + 1) + unit.substring(unit.lastIndexOf('.'));
    }

    /** Whether the unit is an instance of a template. */
    public boolean isInstance() {
        return unit.indexOf('@') >= 0;
    }

    /** What is to happen to the unit. */
    public enum Verb {
        /** Read the configuration again, dropping no connection. */
        RELOAD,
        RESTART,
        START,
        STOP,
        /** Start at boot. */
        ENABLE,
        /** No longer start at boot. */
        DISABLE,
        /** Stop, but not before all others have read their configuration again: nobody needs it any more then. */
        RETIRE
    }
}
