package dev.npanel.agent.durable;

/**
 * Told of each boundary that a crash may fall on: before and after every step, effect and synchronisation. In production
 * nobody listens; the crash matrix kills the process here.
 */
@FunctionalInterface
public interface Checkpoints {
    /** Nobody listens. */
    Checkpoints NONE = boundary -> {};

    /** The calling thread is at this boundary. */
    void reached(String boundary);
}
