package dev.npanel.host.record;

/**
 * Records as text, for backends that keep what they have made in files of their own: JSON in one line, as it goes over the socket and
 * with the same rules for its values. An OSGi service of the agent; thread-safe.
 */
public interface RecordCodec {
    /** One line of JSON, without a line end; the same record gives the same text. */
    String write(Record value);

    /**
     * The record of a text that {@link #write} has made, or one like it.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code INVALID} when it is none of this class
     */
    <R extends Record> R read(String text, Class<R> type);
}
