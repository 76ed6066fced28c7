package dev.npanel.panel.job;

import java.time.Duration;

/** How a run of a job ended. */
public sealed interface JobResult {
    /** What has been done or is waited for, as a sentence for people. */
    String progress();

    /** The job is finished. */
    record Done(String progress) implements JobResult {}

    /** The job goes on after this time. */
    record Again(Duration after, String progress) implements JobResult {}

    /** The job goes on when somebody {@link Jobs#wake wakes} it. */
    record Waiting(String progress) implements JobResult {}
}
