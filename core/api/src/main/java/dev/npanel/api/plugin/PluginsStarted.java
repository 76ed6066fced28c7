package dev.npanel.api.plugin;

/**
 * An OSGi service that is there once every plugin that was installed when the process started has been started, or has failed to.
 * From then on something that is not there is absent, and not only late. Registered once by whoever starts the plugins, and there
 * until the process ends; plugins come and go all the same. Stateless.
 */
public final class PluginsStarted {}
