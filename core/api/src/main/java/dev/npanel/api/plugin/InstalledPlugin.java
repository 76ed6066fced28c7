package dev.npanel.api.plugin;

import org.jspecify.annotations.Nullable;

/**
 * A plugin in one process: a bundle of the process's plugin folder that does something, or the bundle of the core itself. What
 * only others need, contracts and libraries, is none.
 *
 * @param choice what is wanted of it
 * @param reason in words, why it does not run
 * @param core whether it is the core's, and so cannot be disabled
 */
public record InstalledPlugin(
        PluginName name,
        String version,
        PluginChoice choice,
        @Nullable String reason,
        PluginDeclaration declaration,
        boolean core) {

    /** How it is. */
    public PluginState state() {
        if (choice == PluginChoice.DISABLED) {
            return PluginState.DISABLED;
        }
        return reason == null ? PluginState.ENABLED : PluginState.FAILED;
    }

    /** The same, of which it turned out that it does not do what it should. */
    public InstalledPlugin failing(String why) {
        return new InstalledPlugin(name, version, choice, why, declaration, core);
    }
}
