package dev.npanel.channel.wire;

import dev.npanel.api.problem.Problem;
import java.io.IOException;

/** Something came that is no frame. */
public final class BadFrame extends IOException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final long id;
    private final transient Problem problem;

    /** @param id of the call it was about, as far as one could be read; otherwise 0 */
    BadFrame(Fault fault, long id, Problem problem) {
        super(problem.code() + ": " + problem.message() + " " + problem.violations());
        this.fault = fault;
        this.id = id;
        this.problem = problem;
    }

    /** What is wrong with a frame. */
    public enum Fault {
        /** Its length. */
        SIZE,
        /** Its content. */
        MALFORMED,
        /** Its version. */
        VERSION,
        /** It ended too early. */
        TRUNCATED,
        /** Not the announced number of descriptors. */
        FILES
    }

    public Fault fault() {
        return fault;
    }

    public long id() {
        return id;
    }

    /** What the sender learns. */
    public Problem problem() {
        return problem;
    }

    /** Whether only one call is concerned: the next frame can be read. */
    public boolean isOfOneCall() {
        return id > 0 && fault != Fault.SIZE && fault != Fault.TRUNCATED;
    }
}
