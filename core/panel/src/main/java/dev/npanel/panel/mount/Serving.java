package dev.npanel.panel.mount;

/** There, as an OSGi service, while HTTPS is answered, from when the core's resources and installed plugins' are mounted. */
public interface Serving {}
