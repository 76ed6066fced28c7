package dev.npanel.channel.client;

/** Is told how far a call is. Called from the connection's thread, so it must return at once. */
public interface ProgressListener {
    /** Not interested. */
    ProgressListener NONE = (done, total, text) -> {};

    /** {@code done} of {@code total} is done ({@code total} 0: not known). */
    void progress(long done, long total, String text);
}
