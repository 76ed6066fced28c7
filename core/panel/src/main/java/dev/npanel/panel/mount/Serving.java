package dev.npanel.panel.mount;

/** There, as an OSGi service, while HTTPS is answered and the core's own resources are mounted. */
public interface Serving {}
