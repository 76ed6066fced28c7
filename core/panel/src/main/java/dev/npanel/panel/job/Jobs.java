package dev.npanel.panel.job;

import dev.npanel.panel.rest.CallContext;

/** Takes jobs and runs them. An OSGi service of the core; thread-safe. */
public interface Jobs {
    /**
     * Takes a job; when this returns it survives a power cut.
     *
     * @param type of a {@link JobHandler}
     * @param subject what the job is about, {@code example.com}; one unfinished job of a type may have it, a second is
     *     refused with {@code CONFLICT}
     */
    JobView submit(CallContext context, String type, String subject, Record payload);

    /** Runs the unfinished job of this type and subject now, when there is one. */
    void wake(String type, String subject);
}
