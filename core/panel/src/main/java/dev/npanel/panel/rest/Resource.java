package dev.npanel.panel.rest;

import dev.npanel.api.action.Contract;

/**
 * A JAX-RS resource class of a plugin; registered as an OSGi service of this type (and with the property
 * {@code osgi.jakartars.resource=true}). All resources of one bundle are mounted below {@code /api/<kind>} while the bundle
 * is active, and gone when it is not.
 *
 * <p>Every method that answers HTTP says {@link Requires which permission} of the contract it needs, or that it needs
 * {@link Anonymous none}; a class with a method that says neither is refused when its plugin starts.
 *
 * <p>One instance serves all requests, from many threads.
 */
public interface Resource {
    /** The contract whose permissions the methods name; its kind is the path below {@code /api}. */
    Contract contract();
}
