package dev.npanel.channel.wire;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends links on which a frame takes too long, in or out: a read or write that blocks has no other end. Sleeps while nothing
 * is under way. Thread-safe.
 */
public final class Watch implements AutoCloseable {
    private static final int LOOKS_PER_LIMIT = 4;
    private static final int IDLE_SECONDS = 10;

    private final long receiveNanos;
    private final long sendNanos;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor timer;

    /**
     * @param receive how long a frame may take to come, from its first byte on
     * @param send how long the peer may take to take one
     */
    public Watch(Duration receive, Duration send) {
        receiveNanos = receive.toNanos();
        sendNanos = send.toNanos();
        timer = new ScheduledThreadPoolExecutor(
                1, task -> Threads.named("npanel-channel-watch", task), new ThreadPoolExecutor.DiscardPolicy());
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void add(Link link) {
        links.add(link);
    }

    void remove(Link link) {
        links.remove(link);
    }

    /** Something has begun. */
    void wake() {
        if (awake.compareAndSet(false, true)) {
            var unused = timer.schedule(
                    this::look, Math.min(receiveNanos, sendNanos) / LOOKS_PER_LIMIT, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        awake.set(false);
        boolean busy = false;
        for (Link link : links) {
            busy |= link.expire(receiveNanos, sendNanos);
        }
        if (busy) {
            wake();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
