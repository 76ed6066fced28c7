package dev.npanel.ssl.panel.renewal;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.ca.CertificateAuthority;
import dev.npanel.ssl.ca.RenewalWindow;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.certificate.StoredCertificate;
import dev.npanel.ssl.panel.issue.Issue;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Renews the certificates of an account, S4: sleeps until the first is due, and submits a job for each that is. It looks once a day in
 * any case, since an authority may want one renewed earlier. */
@Component(service = JobHandler.class)
public final class RenewalJob implements JobHandler<RenewalJob.Watch> {
    /** The sort of job; its subject is the account. */
    public static final String TYPE = "ssl.renewal";

    private static final String ISSUE = "ssl.issue";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final Agent agent;
    private final CertificateAuthority authority;
    private final Renewals renewals;
    private final Jobs jobs;
    private final Clock clock;
    private final DueTime dueTime;

    @Activate
    public RenewalJob(
            @Reference Agent agent,
            @Reference CertificateAuthority authority,
            @Reference Renewals renewals,
            @Reference Jobs jobs) {
        this(agent, authority, renewals, jobs, Clock.systemUTC(), new DueTime(new SecureRandom()));
    }

    RenewalJob(
            Agent agent, CertificateAuthority authority, Renewals renewals, Jobs jobs, Clock clock, DueTime dueTime) {
        this.agent = agent;
        this.authority = authority;
        this.renewals = renewals;
        this.jobs = jobs;
        this.clock = clock;
        this.dueTime = dueTime;
    }

    /** Whose certificates. */
    public record Watch(AccountName account) {}

    /** Sees to it that a job looks after the account's certificates; the one that is there looks anew. */
    public static void begin(Jobs jobs, CallContext caller) {
        AccountName account = caller.caller().account();
        try {
            jobs.submit(caller, TYPE, account.text(), new Watch(account));
        } catch (ProblemException problem) {
            if (problem.problem().kind() != ProblemKind.CONFLICT) {
                throw problem;
            }
            jobs.wake(TYPE, account.text());
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Watch> payload() {
        return Watch.class;
    }

    @Override
    public JobResult run(Watch watch, JobRun run) {
        List<Renewal> own = renewals.all().stream()
                .filter(each -> each.auto() && each.account().equals(watch.account()))
                .toList();
        own.stream().filter(each -> !each.next().isAfter(clock.instant())).forEach(each -> look(each, run.context()));
        Optional<Instant> first = own.stream()
                .flatMap(each -> renewals.find(each.id()).stream())
                .filter(Renewal::auto)
                .map(Renewal::next)
                .min(Instant::compareTo);
        if (first.isEmpty()) {
            return new JobResult.Waiting("No certificate is to be renewed.");
        }
        Duration left = Duration.between(clock.instant(), first.get());
        Duration pause = left.compareTo(LEAST) < 0 ? LEAST : left.compareTo(DAY) > 0 ? DAY : left;
        return new JobResult.Again(pause, own.size() + " certificates are renewed in time.");
    }

    private void look(Renewal renewal, CallContext context) {
        try {
            StoredCertificate stored = agent.read(context, Ssl.CERTIFICATE_READ, new ReadCertificate(renewal.id()));
            Instant now = clock.instant();
            Instant due = due(stored);
            if (due.isAfter(now)) {
                renewals.put(renewal.next(due));
                return;
            }
            renewals.put(renewal.next(dueTime.afterFailure(now, renewal.failures())));
            jobs.submit(context, ISSUE, renewal.id().text(), new Issue(renewal.names(), renewal.key(), true));
        } catch (ProblemException problem) {
            passOver(renewal, problem);
        }
    }

    /** A certificate that is gone is forgotten; one that cannot be renewed must not keep the others from it. */
    private void passOver(Renewal renewal, ProblemException problem) {
        if (problem.problem().kind() == ProblemKind.UNAVAILABLE) {
            throw problem;
        } else if (problem.problem().kind() == ProblemKind.NOT_FOUND) {
            renewals.forget(renewal.id());
        } else if (!problem.problem().code().equals("job.exists")) {
            renewals.failed(renewal.id(), problem.problem());
        }
    }

    private Instant due(StoredCertificate stored) {
        CertificateInfo certificate = stored.certificate();
        return dueTime.of(certificate.notBefore(), certificate.notAfter(), window(stored));
    }

    /** An authority that does not answer just now has not said anything. */
    private Optional<RenewalWindow> window(StoredCertificate stored) {
        try {
            return authority.renewal(new Chain(stored.chain()));
        } catch (ProblemException away) {
            return Optional.empty();
        }
    }
}
