package dev.npanel.dns.panel.migrate;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.document.Documents;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a migration on until it is over, or has it taken back. */
@Component(service = JobHandler.class)
public final class MigrateJob implements JobHandler<Swap> {
    /** The sort of job. */
    static final String TYPE = "dns.migrate";
    /** What the job is about: there is one at a time. */
    static final String SUBJECT = "dns";

    private static final String ZONE_UNKNOWN = "dns.zone.unknown";

    private final Agent agent;
    private final Documents documents;
    private final Clock clock;

    @Activate
    public MigrateJob(@Reference Agent agent, @Reference Documents documents) {
        this(agent, documents, Clock.systemUTC());
    }

    MigrateJob(Agent agent, Documents documents, Clock clock) {
        this.agent = agent;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Swap> payload() {
        return Swap.class;
    }

    @Override
    public JobResult run(Swap swap, JobRun run) {
        Started started = new Started(documents, run.context().caller().request());
        Migration migration = new Migration(agent, run, swap, started, clock);
        try {
            return migration.goOn();
        } catch (ProblemException problem) {
            ProblemException failed = problem.problem().code().equals(ZONE_UNKNOWN) ? gone() : problem;
            boolean passes = failed.problem().kind() == ProblemKind.UNAVAILABLE;
            if ((passes && clock.instant().isBefore(swap.until())) || migration.isDecided()) {
                throw failed;
            }
            migration.takeBack();
            throw passes ? givenUp(failed) : failed;
        }
    }

    /** A zone was deleted just when it was looked at: the next run does not see it any more. */
    private static ProblemException gone() {
        return Problem.unavailable("dns.migrate.gone", "A zone was deleted meanwhile.", 1)
                .asException();
    }

    private static ProblemException givenUp(ProblemException failed) {
        return Problem.of(
                        ProblemKind.FAILED,
                        "dns.migrate.given-up",
                        "It could not be done in time and was taken back: "
                                + failed.problem().message())
                .asException();
    }
}
