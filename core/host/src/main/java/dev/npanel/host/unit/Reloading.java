package dev.npanel.host.unit;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Knows whether a daemon has taken the configuration that it was told to read again. Most say so only by what they do: systemd is
 * content when the signal was sent. Implemented by the plugin that the daemon belongs to and registered as an OSGi service of this
 * type; the engine asks with every reload of the unit, never for two reloads of it at the same time.
 */
public interface Reloading {
    /** The unit; must be declared by the plugin. */
    String unit();

    /** Called just before the daemon is told: what is observed from now on is the reload. */
    Watch watch();

    /** One reload that is observed. Used by one thread, and closed by it. */
    interface Watch extends AutoCloseable {
        /**
         * The daemon's main process, when SIGHUP is all that a reload of the unit is: then that is sent to it without asking systemd,
         * which would do the same and take longer. Empty leaves it to systemd.
         */
        default OptionalLong process() {
            return OptionalLong.empty();
        }

        /**
         * Returns when the daemon works with the new configuration, for every request that comes from now on.
         *
         * @throws dev.npanel.api.problem.ProblemException {@code CONFLICT} with the daemon's reason, without any path, when it
         *     goes on with what it had; {@code UNAVAILABLE} when neither can be known in time
         */
        void await(Duration patience);

        @Override
        void close();
    }
}
