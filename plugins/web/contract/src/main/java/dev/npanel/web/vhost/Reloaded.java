package dev.npanel.web.vhost;

/** The web server works with the configuration that is there. */
public record Reloaded() {}
