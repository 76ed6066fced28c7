package dev.npanel.channel.server;

import dev.npanel.channel.wire.Threads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads for calls: a new one only when all are busy, none when there is nothing to do. (A {@code ThreadPoolExecutor} makes
 * its threads before it queues or queues before it makes threads; this needs a queue only behind the last thread.)
 */
final class Workers {
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private int threads;
    private int idle;
    private int made;
    private boolean stopping;

    Workers(int most) {
        this.most = most;
    }

    /** Runs the task soon; false when that cannot be. */
    boolean run(Runnable task) {
        lock.lock();
        try {
            if (stopping) {
                return false;
            }
            tasks.add(task);
            if (tasks.size() <= idle) {
                work.signal();
            } else if (threads < most && !grow() && threads == 0) {
                return !tasks.remove(task);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean grow() {
        try {
            Threads.named("npanel-channel-call-" + ++made, this::serve).start();
            threads++;
            return true;
        } catch (OutOfMemoryError noThread) {
            // The system has no thread to give: those there are will get to it.
            return false;
        }
    }

    /** Takes no more tasks, and waits for those it has; false when they take too long. */
    boolean stop(Duration patience) {
        lock.lock();
        try {
            stopping = true;
            work.signalAll();
            long left = patience.toNanos();
            while (threads > 0 && left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return threads == 0;
    }

    private void serve() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
            // What a task was interrupted with is not the next one's business.
            Thread.interrupted();
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            long left = IDLE_NANOS;
            while (tasks.isEmpty() && !stopping && left > 0) {
                idle++;
                try {
                    left = work.awaitNanos(left);
                } finally {
                    idle--;
                }
            }
            Runnable task = tasks.poll();
            if (task == null) {
                threads--;
                ended.signalAll();
            }
            return task;
        } catch (InterruptedException nobodyDoesThis) {
            throw new IllegalStateException(nobodyDoesThis);
        } finally {
            lock.unlock();
        }
    }
}
