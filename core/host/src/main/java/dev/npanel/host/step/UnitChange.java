package dev.npanel.host.step;

import dev.npanel.api.value.Text;
import java.util.regex.Pattern;

/**
 * Changes the state of a systemd unit. Reloads and restarts of one unit are coalesced: changes that come while it reloads
 * share the next one.
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
        DISABLE
    }
}
