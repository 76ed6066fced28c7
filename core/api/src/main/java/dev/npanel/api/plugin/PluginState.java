package dev.npanel.api.plugin;

/** How a plugin is in one process. */
public enum PluginState {
    /** It runs. */
    ENABLED,
    /** It is installed, and does not run because that is wanted. */
    DISABLED,
    /** It is wanted to run, and does not, or serves nothing. */
    FAILED
}
