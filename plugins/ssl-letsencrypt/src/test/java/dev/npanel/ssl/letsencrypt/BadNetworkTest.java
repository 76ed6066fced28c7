package dev.npanel.ssl.letsencrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.health.Health;
import dev.npanel.panel.job.JobResult;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.ca.RenewalWindow;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.panel.issue.Issue;
import dev.npanel.ssl.panel.renewal.RenewalHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An authority that is away for an hour, limits, or is cut off in the middle of an order; but for that it is the real one. */
@Tag("S1")
@Tag("S4")
class BadNetworkTest extends IssueTrial {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Test
    @Tag("S6")
    void awayForAnHourInTheMiddleOfARenewal() {
        Issue wish = issue("example.com");
        CertificateInfo old = issued(wish);
        assertThat(job().run(wish, RUN)).isInstanceOf(JobResult.Again.class);
        proxy.down(true);
        // the panel runs such a job again and again, with pauses up to this one
        while (ahead.compareTo(Duration.ofHours(1)) < 0) {
            ProblemException away = catchThrowableOfType(ProblemException.class, () -> job().run(wish, RUN));
            assertThat(away.problem().kind()).isEqualTo(ProblemKind.UNAVAILABLE);
            assertThat(new RenewalHealth(renewals).check().status()).isEqualTo(Health.Status.DEGRADED);
            ahead = ahead.plus(LONGEST_PAUSE);
        }
        assertThat(read(wish.id())).isEqualTo(old);
        proxy.down(false);
        assertThat(issued(wish).serial()).isNotEqualTo(old.serial());
        assertThat(new RenewalHealth(renewals).check().status()).isEqualTo(Health.Status.UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/order-plz", "/my-order", "/authZ", "/chalZ", "/finalize-order", "/certZ"})
    void cutInTheMiddleOfAnAnswerWherever(String path) {
        Issue wish = issue("example.com", "www.example.com");
        proxy.cut(path);
        List<ProblemKind> failures = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            try {
                return job().run(wish, RUN) instanceof JobResult.Done;
            } catch (ProblemException cut) {
                failures.add(cut.problem().kind());
                return false;
            }
        });
        assertThat(proxy.isDone()).as("was cut").isTrue();
        // what an authority says to some questions does not matter, when it has heard them
        assertThat(failures).allMatch(ProblemKind.UNAVAILABLE::equals);
        assertThat(read(wish.id()).names()).hasSize(2);
        assertThat(documents.toString()).doesNotContain("ssl.order");
    }

    @Test
    void aLimitIsWaitedForAsLongAsTheAuthoritySays() {
        Issue wish = issue("example.com");
        issued(wish);
        proxy.limit("/order-plz", 5400);
        JobResult limited = job().run(wish, RUN);
        assertThat(limited).isInstanceOf(JobResult.Again.class);
        assertThat(((JobResult.Again) limited).after()).isBetween(Duration.ofSeconds(5390), Duration.ofSeconds(5401));
        assertThat(limited.progress()).contains("too many of them");
        assertThat(renewals.all().get(0).failure()).contains("too many of them");
        issued(wish);
        assertThat(renewals.all().get(0).failure()).isNull();
    }

    @Test
    @Tag("S2")
    void whenTheAuthorityWantsItRenewedItSays() {
        Instant start = Instant.parse("2030-01-01T00:00:00Z");
        proxy.suggest(new RenewalWindow(start, start.plusSeconds(3600)));
        CertificateInfo first = issued(issue("example.com"));
        assertThat(renewals.all().get(0).next()).isBetween(start, start.plusSeconds(3600));
        Chain chain = new Chain(agent.read(ALICE, Ssl.CERTIFICATE_READ, new ReadCertificate(first.id()))
                .chain());
        assertThat(authority().renewal(chain)).contains(new RenewalWindow(start, start.plusSeconds(3600)));
        // the next order says which one it replaces
        issued(issue("example.com"));
        // and an authority that does not say just now keeps nothing from being installed
        proxy.limit("/renewal-info", 60);
        issued(issue("example.com"));
        assertThat(proxy.isDone()).isTrue();
    }
}
