package dev.npanel.agent.unit;

import dev.npanel.host.step.UnitChange;
import java.io.IOException;

/** The units of systemd. Thread-safe. */
public interface Units {
    /** Whether the unit is running. */
    boolean isActive(String unit) throws IOException;

    /** Whether the unit is started at boot. */
    boolean isEnabled(String unit) throws IOException;

    /**
     * Changes a unit and waits for it. A reload of a unit that is not running has nothing to do.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code UNAVAILABLE} when systemd says that it failed
     */
    void change(UnitChange change) throws IOException;

    /**
     * Sends SIGHUP to a process of a unit.
     *
     * @return false when it is none of the unit's, and was sent nothing
     */
    boolean hangUp(String unit, long process) throws IOException;
}
