package dev.npanel.panel.domain;

import dev.npanel.api.value.DomainName;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.rest.CallContext;
import java.util.List;

/**
 * Something that a domain can be given when it is made, and that goes with it: a zone, a site. Implemented by the panel bundles of
 * kinds, registered as an OSGi service of this type and of {@link DomainUse}; called from any thread, in a job, with the rights of who
 * submitted it. A call may be cut off and made again: it looks at the state of things.
 */
public interface DomainService extends DomainUse {
    /** What it is called in requests, {@code zone}. */
    String name();

    /** Its place among the others: what is lower is set up before it, and taken down after it. */
    int order();

    /** The names of those that it cannot be without; they are set up with it. */
    default List<String> needs() {
        return List.of();
    }

    /** Whether the domain has it. */
    boolean isThere(DomainName domain, CallContext context);

    /**
     * Gives it to the domain, with what is usual. It is there when this is {@link JobResult.Done}; otherwise this is asked again.
     *
     * @throws dev.npanel.api.problem.ProblemException as in {@link dev.npanel.panel.job.JobHandler#run}
     */
    JobResult setUp(DomainName domain, CallContext context);

    /** Takes away what {@link #of} tells of; as {@link #setUp} otherwise. What is taken away can be had back by its changes. */
    JobResult takeDown(DomainName domain, CallContext context);

    /** What was taken away is back, by its changes: what else has to be known of it is known again. */
    default void restored(DomainName domain, CallContext context) {}
}
