package dev.npanel.launcher.log;

import java.util.logging.LogManager;

/**
 * The JDK's log manager, but it keeps its handlers until the process ends: {@code -Djava.util.logging.manager=} with this class's
 * name. The JDK's own takes them away at the first signal, and whatever goes wrong while bundles stop is in no log.
 */
public final class LastingLogs extends LogManager {
    /** Called by the JDK. */
    public LastingLogs() {
        // nothing beyond what is inherited
    }

    @Override
    public void reset() {
        // See above; there is nothing to reset before the configuration is read either.
    }
}
