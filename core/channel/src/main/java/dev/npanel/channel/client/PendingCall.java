package dev.npanel.channel.client;

import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.wire.Arrival;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits for its answer. The connection's thread brings what comes; the caller's thread takes it, so that a
 * listener that is slow or throws concerns its own caller only. Of several reports of progress the last counts.
 */
final class PendingCall {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private Frame.@Nullable Progress progress;
    private @Nullable Arrival answer;
    private boolean abandoned;

    void report(Frame.Progress latest) {
        lock.lock();
        try {
            progress = latest;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The answer is there; what came with it is closed when nobody waits any more. */
    void settle(Arrival arrival) {
        lock.lock();
        try {
            if (abandoned || answer != null) {
                arrival.files().close();
            } else {
                answer = arrival;
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the answer; null when the time is over. */
    @Nullable
    Arrival await(long deadline, ProgressListener listener) throws InterruptedException {
        for (Object next = next(deadline); next instanceof Frame.Progress latest; next = next(deadline)) {
            listener.progress(latest.done(), latest.total(), latest.text());
        }
        return answer;
    }

    private @Nullable Object next(long deadline) throws InterruptedException {
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (answer == null && progress == null && left > 0) {
                left = news.awaitNanos(left);
            }
            Object next = progress == null ? answer : progress;
            progress = null;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits any more. */
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
        } finally {
            lock.unlock();
        }
    }
}
