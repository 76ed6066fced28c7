package dev.npanel.channel.systemd;

import dev.npanel.api.value.Text;
import dev.npanel.channel.wire.Datagram;
import dev.npanel.channel.wire.Threads;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells systemd how the service is (sd_notify(3)), over the datagram socket named by {@code NOTIFY_SOCKET}; does nothing
 * when there is none. A message that cannot be sent is logged and otherwise forgotten. Thread-safe.
 */
public final class Notifier implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Notifier.class.getName());
    private static final int MAX_STATUS = 200;

    private final @Nullable String socket;
    private final @Nullable Duration interval;
    private @Nullable ScheduledThreadPoolExecutor timer;

    /** For this environment, mostly {@link System#getenv()}. */
    public Notifier(Map<String, String> environment) {
        socket = environment.get("NOTIFY_SOCKET");
        String pid = environment.getOrDefault("WATCHDOG_PID", "");
        boolean ours = pid.isEmpty()
                || pid.equals(Long.toString(ProcessHandle.current().pid()));
        interval = ours ? microseconds(environment.get("WATCHDOG_USEC")) : null;
    }

    /** The service is up: {@code READY=1}. */
    public void ready() {
        send("READY=1");
    }

    /** What it is doing, one line: {@code STATUS=}. */
    public void status(String line) {
        send("STATUS=" + Text.line(line, MAX_STATUS));
    }

    /** It is going down: {@code STOPPING=1}. */
    public void stopping() {
        send("STOPPING=1");
    }

    /** How often systemd wants to hear of the service at least, when it does ({@code WATCHDOG_USEC}). */
    public Optional<Duration> watchdog() {
        return Optional.ofNullable(interval);
    }

    /**
     * From now on says {@code WATCHDOG=1} twice as often as needed, as long as {@code alive} says so (and does not throw);
     * systemd restarts a service it does not hear of. Does nothing when systemd does not ask for it.
     */
    public synchronized void watch(BooleanSupplier alive) {
        if (interval == null || timer != null) {
            return;
        }
        timer = new ScheduledThreadPoolExecutor(1, task -> Threads.named("npanel-watchdog", task));
        long half = interval.toNanos() / 2;
        var unused = timer.scheduleAtFixedRate(() -> beat(alive), 0, half, TimeUnit.NANOSECONDS);
    }

    private void beat(BooleanSupplier alive) {
        if (alive.getAsBoolean()) {
            send("WATCHDOG=1");
        }
    }

    private void send(String message) {
        if (socket != null) {
            try {
                Datagram.send(socket, message);
            } catch (IOException unheard) {
                LOG.log(Level.WARNING, "systemd does not hear " + message + ": " + unheard.getMessage());
            }
        }
    }

    private static @Nullable Duration microseconds(@Nullable String text) {
        return text == null || !text.matches("[1-9][0-9]{0,17}")
                ? null
                : Duration.of(Long.parseLong(text), ChronoUnit.MICROS);
    }

    /** Stops watching. */
    @Override
    public synchronized void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
