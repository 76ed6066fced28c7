package dev.npanel.panel.work;

import dev.npanel.panel.job.JobHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Hands the handlers that come and go to the jobs. Apart from these, so that a handler may have jobs of its own to submit:
 * whatever needs {@link StoredJobs} is there before what they need.
 */
@Component(service = {})
public final class HandlerWatch {
    private final StoredJobs jobs;

    @Activate
    public HandlerWatch(@Reference StoredJobs jobs) {
        this.jobs = jobs;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addHandler(JobHandler<?> handler) {
        jobs.addHandler(handler);
    }

    public void removeHandler(JobHandler<?> handler) {
        jobs.removeHandler(handler);
    }
}
