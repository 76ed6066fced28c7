package dev.npanel.dns.panel.dnssec;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.dnssec.AdvanceRoll;
import dev.npanel.dns.dnssec.KeyRoll;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the key roll of a zone on whenever the next step is due, until it is over. What is due the agent says. */
@Component(service = JobHandler.class)
public final class RollJob implements JobHandler<RollJob.Roll> {
    /** The sort of job. */
    static final String TYPE = "dns.dnssec.roll";

    /** Clocks are not compared to the second. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Agent agent;
    private final Clock clock;

    @Activate
    public RollJob(@Reference Agent agent) {
        this(agent, Clock.systemUTC());
    }

    RollJob(Agent agent, Clock clock) {
        this.agent = agent;
        this.clock = clock;
    }

    /** Which zone's keys are rolled; everything else the zone knows. */
    public record Roll(DomainName zone) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Roll> payload() {
        return Roll.class;
    }

    @Override
    public JobResult run(Roll payload, JobRun run) {
        try {
            KeyRoll roll = agent.call(run.context(), Dns.DNSSEC_ADVANCE, new AdvanceRoll(payload.zone()))
                    .value()
                    .roll();
            return roll == null ? new JobResult.Done("No key is being replaced.") : result(roll);
        } catch (ProblemException problem) {
            if (problem.problem().kind() == ProblemKind.NOT_FOUND) {
                return new JobResult.Done("The zone is gone.");
            }
            throw problem;
        }
    }

    private JobResult result(KeyRoll roll) {
        Instant next = roll.next();
        return switch (roll.phase()) {
            case DONE -> new JobResult.Done(progress(roll));
            case DS_WANTED -> new JobResult.Waiting(progress(roll));
            default ->
                next == null ? new JobResult.Waiting(progress(roll)) : new JobResult.Again(until(next), progress(roll));
        };
    }

    private Duration until(Instant next) {
        Duration left = Duration.between(clock.instant(), next).plus(SOON);
        return left.compareTo(SOON) < 0 ? SOON : left;
    }

    private static String progress(KeyRoll roll) {
        String keys = "The " + roll.role() + " " + roll.oldTag() + " is replaced by " + roll.newTag() + ": ";
        return keys
                + switch (roll.phase()) {
                    case PUBLISHED -> "the new key is published, caches are learning it.";
                    case SIGNING -> "the new key signs, caches are forgetting the signatures of the old.";
                    case DS_WANTED -> "waiting for somebody to say that the parent has the DS of both.";
                    case DS_SEEN -> "the parent has the DS of both, caches are learning it.";
                    case SWAPPED -> "the new key is in place, caches are learning it.";
                    case DONE -> "done.";
                };
    }
}
