package dev.npanel.ssl.panel.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.action.Caller;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.health.Health;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.key.KeyType;
import dev.npanel.ssl.panel.Certificates;
import dev.npanel.ssl.panel.Kept;
import dev.npanel.ssl.panel.certificate.CertificatesResource;
import dev.npanel.ssl.panel.issue.Issue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4")
class RenewalJobTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final AccountName ALICE = new AccountName("alice");
    private static final CallContext CONTEXT =
            new CallContext(new Caller(ALICE, Caller.Role.USER, "192.0.2.9", "test"), false);

    private final Kept kept = new Kept();
    private final Certificates certificates = new Certificates();
    private final DueTime dueTime = new DueTime(new Random(1));

    @Test
    void renewedAtTwoThirdsAndNotBefore() {
        issued("example.com");
        JobResult waiting = run(START);
        assertThat(waiting).isInstanceOf(JobResult.Again.class);
        assertThat(((JobResult.Again) waiting).after()).isEqualTo(Duration.ofDays(1));
        run(START.plus(Duration.ofDays(59)));
        assertThat(kept.jobs).isEmpty();
        run(START.plus(Duration.ofDays(61)));
        assertThat(kept.jobs).containsExactly("ssl.issue example.com");
        assertThat(kept.payloads)
                .containsExactly(new Issue(List.of(new CertificateName("example.com")), KeyType.EC256, true));
        // not again at once while that is under way
        run(START.plus(Duration.ofDays(61)));
        assertThat(kept.jobs).hasSize(1);
    }

    @Test
    @Tag("S6")
    void failuresAreSeenLongBeforeTheEnd() {
        issued("example.com");
        Instant due = START.plus(Duration.ofDays(61));
        run(due);
        renewals(due)
                .failed(
                        renewals(due).all().get(0).id(),
                        Problem.of(ProblemKind.CONFLICT, "ssl.authority.refused", "The authority refuses: CAA"));
        assertThat(new RenewalHealth(renewals(due)).check().status()).isEqualTo(Health.Status.DEGRADED);
        Renewal renewal = renewals(due).all().get(0);
        assertThat(renewal.failure()).isEqualTo("The authority refuses: CAA");
        assertThat(renewal.next()).isBetween(due.plusSeconds(3600), due.plusSeconds(3 * 3600));
        assertThat(expiring()).singleElement().satisfies(each -> {
            assertThat(each).contains("failures=1", "autoRenew=true", "example.com");
        });
        run(renewal.next());
        assertThat(kept.jobs).hasSize(2);
    }

    @Test
    void whatIsSwitchedOffOrAnotherAccountsOrGoneIsLeftAlone() {
        issued("example.com");
        CertificateInfo other = certificates.put("other.example", START, LIFETIME);
        Instant late = START.plus(Duration.ofDays(80));
        renewals(START).auto(renewals(START).all().get(0).id(), false);
        renewals(START)
                .succeeded(
                        new Issue(other.names(), KeyType.EC256, true),
                        new AccountName("bobby"),
                        other,
                        Optional.empty());
        assertThat(run(late)).isInstanceOf(JobResult.Waiting.class);
        CertificateName gone = new CertificateName("gone.example");
        renewals(START)
                .put(new Renewal(CertificateId.of(gone), ALICE, List.of(gone), KeyType.EC256, true, START, 0, null));
        run(late);
        assertThat(kept.jobs).isEmpty();
        assertThat(renewals(late).all()).hasSize(2);
    }

    private void issued(String name) {
        CertificateInfo info = certificates.put(name, START, LIFETIME);
        renewals(START).succeeded(new Issue(info.names(), KeyType.EC256, true), ALICE, info, Optional.empty());
    }

    private List<String> expiring() {
        Domains domains = new Domains() {
            @Override
            public Optional<AccountName> ownerOf(DomainName domain) {
                return Optional.of(ALICE);
            }

            @Override
            public Optional<Instant> ownedSince(DomainName domain) {
                return Optional.of(Instant.EPOCH);
            }

            @Override
            public DomainSet ownedBy(AccountName account) {
                return DomainSet.of(new DomainName("example.com"));
            }
        };
        return new CertificatesResource(certificates, domains, renewals(START))
                .expiring(CONTEXT).stream().map(Object::toString).toList();
    }

    private JobResult run(Instant now) {
        return new RenewalJob(certificates, certificates, renewals(now), kept, clock(now), dueTime)
                .run(new RenewalJob.Watch(ALICE), new JobRun(CONTEXT, told -> {}));
    }

    private Renewals renewals(Instant now) {
        return new Renewals(kept, clock(now), dueTime);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
