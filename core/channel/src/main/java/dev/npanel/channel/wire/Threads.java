package dev.npanel.channel.wire;

/** Makes the channel's few threads: with small stacks, and none of them keeps the process or a plugin alive. */
public final class Threads {
    private static final long STACK = 256 << 10;

    private Threads() {}

    /** A thread that is not started yet. */
    public static Thread named(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, STACK, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Threads.class.getClassLoader());
        return thread;
    }
}
