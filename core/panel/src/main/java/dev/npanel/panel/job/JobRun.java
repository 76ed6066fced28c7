package dev.npanel.panel.job;

import dev.npanel.panel.rest.CallContext;
import java.util.function.Consumer;

/**
 * One run of a job, as its handler sees it.
 *
 * @param context the submitter's, authorised afresh for this run
 * @param listener takes what is told
 */
public record JobRun(CallContext context, Consumer<String> listener) {
    /**
     * Says how far the run is, as a sentence for people: it is seen in the job and its events while the run goes on. Of what is
     * told within a second only the first is.
     */
    public void tell(String progress) {
        listener.accept(progress);
    }
}
