package dev.npanel.panel.work;

import dev.npanel.api.action.Caller;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.account.Account;
import dev.npanel.panel.account.Accounts;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.job.JobView.State;
import dev.npanel.panel.rest.CallContext;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a job: its order is checked as if it came from outside, since it was in a file meanwhile: the seal, the payload by
 * its class, and the account as it stands now.
 */
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Handlers handlers;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Seal seal;

    /** How a run ended. */
    sealed interface End {
        /** As the handler says. */
        record Result(JobResult result) implements End {}

        /** Something it needs is away. */
        record Away(Problem problem) implements End {}

        /** For good. */
        record Over(State state, String why) implements End {}
    }

    JobRunner(Handlers handlers, Accounts accounts, AuditLog audit, Seal seal) {
        this.handlers = handlers;
        this.accounts = accounts;
        this.audit = audit;
        this.seal = seal;
    }

    /** @param progress takes what the run tells on its way */
    End run(Job job, Consumer<String> progress) {
        if (!seal.holds(job)) {
            return refuse(job, "job.tampered: the order is not the one that was given");
        }
        Optional<Account> account = accounts.findById(job.accountId()).filter(Account::usable);
        if (account.isEmpty()) {
            return refuse(job, "job.account: the account is not in use any more");
        }
        Optional<Handlers.Slot<?>> slot = handlers.of(job.type());
        if (slot.isEmpty()) {
            return new End.Away(Problem.unavailable("job.handler-away", "The plugin is away.", 1));
        }
        Caller caller = new Caller(account.get().name(), account.get().role(), job.source(), job.id());
        try {
            return new End.Result(slot.get().run(job.payload(), new JobRun(new CallContext(caller, false), progress)));
        } catch (ProblemException problem) {
            return end(job, problem.problem());
        } catch (RuntimeException failed) {
            LOG.error("job {} ({}) failed", job.id(), job.type(), failed);
            return new End.Over(State.FAILED, "failed: incident " + job.id());
        }
    }

    private End end(Job job, Problem problem) {
        if (problem.kind() == ProblemKind.UNAVAILABLE) {
            return new End.Away(problem);
        }
        String why = problem.code() + ": " + problem.message();
        return problem.kind() == ProblemKind.INVALID || problem.kind() == ProblemKind.FORBIDDEN
                ? refuse(job, why)
                : new End.Over(State.FAILED, why);
    }

    private End refuse(Job job, String why) {
        Actor actor = new Actor(job.by().text(), "-", job.source(), job.id());
        audit.event(actor, "job.run", "job:" + job.type() + "/" + job.subject(), "FORBIDDEN " + why);
        return new End.Over(State.FAILED, why);
    }
}
