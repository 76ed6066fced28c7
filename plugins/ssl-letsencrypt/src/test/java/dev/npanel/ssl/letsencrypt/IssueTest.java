package dev.npanel.ssl.letsencrypt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.health.Health;
import dev.npanel.panel.job.JobResult;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.panel.issue.Issue;
import dev.npanel.ssl.panel.renewal.RenewalHealth;
import dev.npanel.ssl.use.CertificateFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the wish to the files: the job, the real authority, the agent's engine. Each run of the job is as after a restart. */
@Tag("S1")
class IssueTest extends IssueTrial {
    private static final int QUEUED = 20;

    @Override
    Map<String, String> faults() {
        return Map.of("PEBBLE_WFE_NONCEREJECT", "50", "PEBBLE_VA_SLEEPTIME", "1", "PEBBLE_AUTHZREUSE", "0");
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
    @Tag("S6")
    void whatTheChecksWarnedOfIsToldWhileTheAuthorityLooksAndWhenItRefuses() {
        pebble.tell("add-a", "{\"host\":\"inside.example.\",\"addresses\":[\"10.11.12.13\"]}");
        Issue wish = issue("inside.example");
        assertThat(run(wish).progress())
                .startsWith("The authority looks whose the names are. Before it was asked: ")
                .contains("is a private address, which was not asked");
        Problem refused = refusal(wish);
        assertThat(refused.code()).isEqualTo("ssl.authority.refused");
        assertThat(refused.message())
                .startsWith("The authority refuses: ")
                .contains(". Before it was asked: ", "is a private address, which was not asked");
    }

    @Test
    void anAuthorityThatGoesAwayMeanwhileIsTriedAgain() {
        Issue wish = issue("example.com");
        assertThat(job().run(wish, RUN)).isInstanceOf(JobResult.Again.class);
        pebble.stop();
        assertThat(refusal(wish).kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(documents.toString()).contains("ssl.order/example.com");
        assertThat(agent.host.real(CertificateFiles.key(wish.id()))).doesNotExist();
    }

    @Test
    void aWildcardWithoutAZoneIsRefusedInPlainWords() {
        Problem refused = refusal(issue("*.nowhere.example"));
        assertThat(refused.code()).isEqualTo("ssl.check.failed");
        assertThat(refused.message()).contains("nowhere.example");
        assertThat(documents.toString()).doesNotContain("ssl.order");
    }

    @Test
    void aQueueOfMany() {
        Instant start = Instant.now();
        issued(issue("one.example"));
        Instant first = Instant.now();
        List<Issue> left = new ArrayList<>(IntStream.range(0, QUEUED)
                .mapToObj(number -> issue("queued-" + number + ".example"))
                .toList());
        while (!left.isEmpty()) {
            left.removeIf(wish -> run(wish) instanceof JobResult.Done);
        }
        System.getLogger("scale")
                .log(
                        System.Logger.Level.INFO,
                        "one in " + Duration.between(start, first) + ", " + QUEUED + " more queued in "
                                + Duration.between(first, Instant.now()));
        assertThat(renewals.all()).hasSize(QUEUED + 1);
    }
}
