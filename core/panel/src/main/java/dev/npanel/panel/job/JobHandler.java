package dev.npanel.panel.job;

/**
 * Does one sort of long work, in runs. Implemented by plugins, registered as an OSGi service of this type. A job whose
 * handler is away waits for it.
 *
 * <p>A run may be cut off at any point and is then made again: it looks at the state of things rather than at what it
 * remembers. A {@code UNAVAILABLE} problem means another try later, with growing pauses; any other ends the job as failed.
 */
public interface JobHandler<P extends Record> {
    /** The sort of job, kind first: {@code dns.dnssec.roll}. */
    String type();

    /** What a job of this sort has to know; kept as JSON, without secrets. */
    Class<P> payload();

    /** Goes as far as it can now, and tells on the way what takes more than some seconds. */
    JobResult run(P payload, JobRun run);
}
