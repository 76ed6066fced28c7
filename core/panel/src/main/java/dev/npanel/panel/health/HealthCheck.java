package dev.npanel.panel.health;

/**
 * Looks whether one thing that the panel needs is well. Implemented by the core and by plugins, registered as an OSGi service of
 * this type; called from any thread, has to answer within a second or so, and changes nothing.
 */
public interface HealthCheck {
    /** A short name, {@code store}. */
    String name();

    /** How it is now; what it throws counts as down. */
    Health check();
}
