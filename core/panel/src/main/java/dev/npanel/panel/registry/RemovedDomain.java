package dev.npanel.panel.registry;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import java.time.Instant;
import java.util.List;

/**
 * A domain from which everything was taken, or is being taken, by a job, and how to have it back: what a job changes on the host is in the
 * agent's history, with what was deleted, and can be found there by the job.
 *
 * @param account whose it was
 * @param holder the id of that account: another one of the same name gets nothing back
 * @param at when the removal began
 * @param jobs the ids of the jobs that removed it: more than one where the first have failed on the way
 * @param things what it had
 */
record RemovedDomain(
        DomainName domain, AccountName account, String holder, Instant at, List<String> jobs, List<String> things) {
    RemovedDomain {
        jobs = List.copyOf(jobs);
        things = List.copyOf(things);
    }
}
