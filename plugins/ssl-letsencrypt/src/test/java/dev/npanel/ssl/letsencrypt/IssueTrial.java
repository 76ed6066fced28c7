package dev.npanel.ssl.letsencrypt;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.action.Caller;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.ca.Enrolment;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.key.KeyType;
import dev.npanel.ssl.letsencrypt.account.Registrations;
import dev.npanel.ssl.letsencrypt.acme.AcmeAuthority;
import dev.npanel.ssl.panel.check.Checks;
import dev.npanel.ssl.panel.check.Probes;
import dev.npanel.ssl.panel.issue.Answers;
import dev.npanel.ssl.panel.issue.Issue;
import dev.npanel.ssl.panel.issue.IssueJob;
import dev.npanel.ssl.panel.issue.Orders;
import dev.npanel.ssl.panel.issue.Serving;
import dev.npanel.ssl.panel.outside.NameLookup;
import dev.npanel.ssl.panel.outside.Reach;
import dev.npanel.ssl.panel.outside.TlsLook;
import dev.npanel.ssl.panel.renewal.Renewals;
import dev.npanel.ssl.panel.zone.Spread;
import dev.npanel.ssl.panel.zone.Zones;
import dev.npanel.ssl.use.CertificateFiles;
import dev.npanel.testkit.daemon.Daemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The job, the real authority behind a network that can be bad, and the agent's engine; nothing is kept between two runs of the job but
 * what is in the store. */
abstract class IssueTrial {
    static final CallContext ALICE = context(false);
    static final JobRun RUN = new JobRun(ALICE, told -> {});

    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    final MemoryDocuments documents = new MemoryDocuments();
    final Renewals renewals = new Renewals(documents);
    final List<String> woken = new ArrayList<>();
    final Reach reach = new Reach();
    final int https = Daemon.freePort();

    /** How far the panel's clock is ahead. */
    Duration ahead = Duration.ZERO;

    HostAgent agent;
    Pebble pebble;
    FaultProxy proxy;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    };
    private final Jobs jobs = new Jobs() {
        @Override
        public JobView submit(CallContext context, String type, String subject, Record payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void wake(String type, String subject) {
            woken.add(type + " " + subject);
        }
    };

    /** Pebble's own. */
    Map<String, String> faults() {
        return Map.of("PEBBLE_WFE_NONCEREJECT", "50", "PEBBLE_VA_NOSLEEP", "1", "PEBBLE_AUTHZREUSE", "50");
    }

    @BeforeEach
    void open() throws IOException {
        agent = new HostAgent(root);
        pebble = new Pebble(elsewhere, agent.host.real(CertificateFiles.CHALLENGES), faults());
        proxy = new FaultProxy(elsewhere, pebble.port());
        agent.publishBy(pebble);
        authority().register(new Enrolment(proxy.url(), List.of(), true, null, null, null, pebble.root()));
    }

    @AfterEach
    void close() {
        if (pebble != null) {
            pebble.close();
            agent.close();
        }
        if (proxy != null) {
            proxy.close();
        }
    }

    CertificateInfo issued(Issue wish) {
        done(wish);
        return read(wish.id());
    }

    JobResult done(Issue wish) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> run(wish), JobResult.Done.class::isInstance);
    }

    /** A run of the job; what is away for now is asked again, as the panel does. */
    JobResult run(Issue wish) {
        try {
            return job().run(wish, RUN);
        } catch (ProblemException refused) {
            if (refused.problem().kind() != ProblemKind.UNAVAILABLE) {
                throw refused;
            }
            return new JobResult.Again(Duration.ofSeconds(1), refused.problem().message());
        }
    }

    Problem refusal(Issue wish) {
        ProblemException[] refused = new ProblemException[1];
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            refused[0] = catchThrowableOfType(ProblemException.class, () -> job().run(wish, RUN));
            return refused[0] != null;
        });
        return refused[0].problem();
    }

    CertificateInfo read(CertificateId id) {
        return agent.read(ALICE, Ssl.CERTIFICATE_READ, new ReadCertificate(id)).certificate();
    }

    IssueJob job() {
        return new IssueJob(
                agent,
                authority(),
                new Orders(documents),
                new Answers(agent, zones(), new Spread(zones(), names(), reach)),
                checks(pebble.http()),
                new Serving(new TlsLook(reach, https)),
                renewals,
                jobs,
                clock);
    }

    Checks checks(int http) {
        return new Checks(authority(), new Probes(agent, http), names(), reach, zones());
    }

    AcmeAuthority authority() {
        return new AcmeAuthority(new Registrations(documents), AcmeAuthorityTest.SECRETS);
    }

    List<Path> challenges() throws IOException {
        try (Stream<Path> files = Files.list(agent.host.real(CertificateFiles.CHALLENGES))) {
            return files.toList();
        }
    }

    static CallContext context(boolean dryRun) {
        return new CallContext(new Caller(new AccountName("alice"), Caller.Role.USER, "192.0.2.9", "test"), dryRun);
    }

    static Issue issue(String... names) {
        return new Issue(names(names), KeyType.EC256, true);
    }

    static List<CertificateName> names(String... names) {
        return Stream.of(names).map(CertificateName::new).toList();
    }

    private NameLookup names() {
        return new NameLookup(pebble.resolver());
    }

    private Zones zones() {
        return new Zones(agent);
    }
}
