package dev.npanel.ssl.letsencrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.npanel.api.action.Caller;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.health.Health;
import dev.npanel.panel.job.JobResult;
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
import dev.npanel.ssl.panel.issue.Answers;
import dev.npanel.ssl.panel.issue.Issue;
import dev.npanel.ssl.panel.issue.IssueJob;
import dev.npanel.ssl.panel.issue.Orders;
import dev.npanel.ssl.panel.renewal.RenewalHealth;
import dev.npanel.ssl.panel.renewal.Renewals;
import dev.npanel.ssl.use.CertificateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the wish to the files: the job, the real authority, the agent's engine. Each run of the job is as after a restart. */
@Tag("S1")
class IssueTest {
    private static final Map<String, String> FAULTS =
            Map.of("PEBBLE_WFE_NONCEREJECT", "50", "PEBBLE_VA_SLEEPTIME", "1", "PEBBLE_AUTHZREUSE", "0");
    private static final CallContext ALICE =
            new CallContext(new Caller(new AccountName("alice"), Caller.Role.USER, "192.0.2.9", "test"), false);

    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    private final MemoryDocuments documents = new MemoryDocuments();
    private final Renewals renewals = new Renewals(documents);
    private final List<String> woken = new ArrayList<>();
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
    private HostAgent agent;
    private Pebble pebble;

    @BeforeEach
    void open() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "files are made as root's");
        agent = new HostAgent(root);
        pebble = new Pebble(elsewhere, agent.host.real(CertificateFiles.CHALLENGES), FAULTS);
        agent.publishBy(pebble);
        authority().register(new Enrolment(pebble.url(), List.of(), true, null, null, null, pebble.root()));
    }

    @AfterEach
    void close() {
        if (pebble != null) {
            pebble.close();
            agent.close();
        }
    }

    @Test
    @Tag("S2")
    @Tag("S4")
    void oneNameAndItsRenewal() throws IOException {
        CertificateInfo first = issued(issue("example.com"));
        assertThat(challenges()).isEmpty();
        assertThat(woken).containsExactly("ssl.renewal alice");
        assertThat(documents.toString()).contains("ssl.renewal/example.com").doesNotContain("ssl.order");
        CertificateInfo second = issued(issue("example.com"));
        assertThat(second.serial()).isNotEqualTo(first.serial());
        assertThat(second.names()).isEqualTo(first.names());
        assertThat(renewals.all()).hasSize(1).allMatch(each -> each.auto() && each.failures() == 0);
        assertThat(renewals.all().get(0).next()).isBetween(second.notBefore(), second.notAfter());
    }

    @Test
    void aWildcardByARecordAndOthersByFiles() throws IOException {
        CertificateInfo issued = issued(issue("*.example.com", "example.com", "www.bücher.example"));
        assertThat(issued.id()).isEqualTo(new CertificateId("_.example.com"));
        assertThat(issued.names()).hasSize(3);
        assertThat(agent.records).isEmpty();
        assertThat(challenges()).isEmpty();
    }

    @Test
    @Tag("S6")
    void aRefusalEndsTheJobAndLeavesNothingButTheOldCertificate() throws IOException {
        CertificateInfo good = issued(issue("elsewhere.example"));
        pebble.tell("add-a", "{\"host\":\"elsewhere.example.\",\"addresses\":[\"127.0.0.9\"]}");
        Problem refused = refusal(issue("elsewhere.example"));
        assertThat(refused.code()).isEqualTo("ssl.authority.refused");
        assertThat(refused.message()).contains("elsewhere.example");
        assertThat(challenges()).isEmpty();
        assertThat(documents.toString()).doesNotContain("ssl.order");
        assertThat(read(good.id())).isEqualTo(good);
        assertThat(renewals.all().get(0).failures()).isEqualTo(1);
        assertThat(new RenewalHealth(renewals).check())
                .extracting(Health::status, Health::detail)
                .containsExactly(Health.Status.DEGRADED, "1 certificates are not renewed: elsewhere.example");
        pebble.tell("clear-a", "{\"host\":\"elsewhere.example.\"}");
        issued(issue("elsewhere.example"));
        assertThat(new RenewalHealth(renewals).check().status()).isEqualTo(Health.Status.UP);
    }

    @Test
    void anAuthorityThatGoesAwayMeanwhileIsTriedAgain() {
        Issue wish = issue("example.com");
        assertThat(job().run(wish, ALICE)).isInstanceOf(JobResult.Again.class);
        pebble.stop();
        assertThat(refusal(wish).kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(documents.toString()).contains("ssl.order/example.com");
        assertThat(agent.host.real(CertificateFiles.key(wish.id()))).doesNotExist();
    }

    @Test
    void aWildcardWithoutAZoneIsRefusedInPlainWords() {
        Problem refused = refusal(issue("*.nowhere.example"));
        assertThat(refused.code()).isEqualTo("ssl.zone.unknown");
        assertThat(refused.message()).contains("nowhere.example");
        assertThat(documents.toString()).doesNotContain("ssl.order");
    }

    private CertificateInfo issued(Issue wish) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> job().run(wish, ALICE), JobResult.Done.class::isInstance);
        return read(wish.id());
    }

    private Problem refusal(Issue wish) {
        ProblemException[] refused = new ProblemException[1];
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            refused[0] = catchThrowableOfType(ProblemException.class, () -> job().run(wish, ALICE));
            return refused[0] != null;
        });
        return refused[0].problem();
    }

    private CertificateInfo read(CertificateId id) {
        return agent.read(ALICE, Ssl.CERTIFICATE_READ, new ReadCertificate(id)).certificate();
    }

    private IssueJob job() {
        return new IssueJob(agent, authority(), new Orders(documents), new Answers(agent), renewals, jobs);
    }

    private AcmeAuthority authority() {
        return new AcmeAuthority(new Registrations(documents), AcmeAuthorityTest.SECRETS);
    }

    private List<Path> challenges() throws IOException {
        try (Stream<Path> files = Files.list(agent.host.real(CertificateFiles.CHALLENGES))) {
            return files.toList();
        }
    }

    private static Issue issue(String... names) {
        return new Issue(Stream.of(names).map(CertificateName::new).toList(), KeyType.EC256, true);
    }
}
