package dev.npanel.ssl.panel.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.channel.json.Json;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.key.KeyType;
import dev.npanel.ssl.panel.Certificates;
import dev.npanel.ssl.panel.Kept;
import dev.npanel.ssl.panel.certificate.Upload;
import dev.npanel.ssl.panel.renewal.Renewals;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("S1")
class ResourcesTest {
    private static final String ENCRYPTED =
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\\nAAAA\\n-----END ENCRYPTED PRIVATE KEY-----";

    private static final DomainName OWN = new DomainName("example.com");
    private static final CallContext ALICE = context(false);
    private static final CallContext DRY = context(true);

    /** Alice owns example.com, and all the work is hers to ask for. */
    private static final Privileged GATE = new Privileged() {
        @Override
        public <T> T perform(CallContext context, Permission permission, Scope scope, Supplier<T> work) {
            DomainSet names = scope instanceof Scope.Domains several
                    ? several.names()
                    : DomainSet.of(((Scope.Domain) scope).name());
            if (!DomainSet.of(OWN).covers(names)) {
                throw Problem.of(ProblemKind.FORBIDDEN, "forbidden", "Not yours.")
                        .asException();
            }
            return work.get();
        }
    };

    private final Kept kept = new Kept();
    private final Certificates certificates = new Certificates();
    private final Renewals renewals = new Renewals(kept);
    private final IssueResource issue = new IssueResource(certificates, certificates, kept, renewals, GATE);

    @Test
    void aWishBecomesAJobAndWatch() {
        Response answer = issue.issue(ALICE, body(NewCertificate.class, "{'names':['*.Example.com','example.com']}"));
        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(answer.getHeaderString("Location")).isEqualTo("/api/jobs/id");
        assertThat(kept.jobs).containsExactly("ssl.issue _.example.com", "ssl.renewal alice");
        assertThat(issue.issue(DRY, body(NewCertificate.class, "{'names':['example.com']}"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(kept.jobs).hasSize(2);
    }

    @Test
    void everyNameHasToBeTheCallers() {
        NewCertificate wish = body(NewCertificate.class, "{'names':['example.com','*.example.org']}");
        assertThat(kind(() -> issue.issue(ALICE, wish))).isEqualTo(ProblemKind.FORBIDDEN);
        assertThat(kept.jobs).isEmpty();
    }

    @Test
    @Tag("S2")
    @Tag("S3")
    @Tag("S4")
    void renewedRevokedAndSwitchedOff() {
        CertificateId id = new CertificateId("example.com");
        assertThat(kind(() -> issue.renew(ALICE, id))).isEqualTo(ProblemKind.NOT_FOUND);
        CertificateInfo info = certificates.put("example.com", Instant.EPOCH, Duration.ofDays(90));
        assertThat(kind(() -> issue.renew(ALICE, id))).isEqualTo(ProblemKind.CONFLICT);
        renewals.succeeded(
                new Issue(info.names(), KeyType.RSA2048, true), new AccountName("alice"), info, Optional.empty());
        assertThat(issue.renew(ALICE, id).getStatus()).isEqualTo(202);
        assertThat(kept.payloads)
                .contains(new Issue(List.of(new CertificateName("example.com")), KeyType.RSA2048, true));
        assertThat(issue.autoRenew(ALICE, id, new NewCertificate.AutoRenew(false))
                        .auto())
                .isFalse();
        assertThat(issue.autoRenew(ALICE, id, new NewCertificate.AutoRenew(true))
                        .auto())
                .isTrue();
        issue.revoke(DRY, id);
        assertThat(certificates.revoked).isEmpty();
        issue.revoke(ALICE, id);
        assertThat(certificates.revoked).hasSize(1);
        assertThat(renewals.read(id).auto()).isFalse();
    }

    @Test
    void aKeyIsTakenInAndShownNowhere() {
        for (String form : List.of("RSA ", "EC ")) {
            String older = "-----BEGIN " + form + "PRIVATE KEY-----\\nMIGHAgEA\\n-----END " + form + "PRIVATE KEY-----";
            assertThat(body(Upload.class, "{'names':['example.com'],'chain':'-----BEGIN x','key':'" + older + "'}"))
                    .isNotNull();
        }
        String pem = "-----BEGIN PRIVATE KEY-----\\nMIGHAgEA\\n-----END PRIVATE KEY-----\\n";
        Upload upload = body(Upload.class, "{'names':['example.com'],'chain':'-----BEGIN x','key':'" + pem + "'}");
        assertThat(upload.toString()).doesNotContain("MIGHAgEA");
        for (String wrong :
                List.of("MIGHAgEA", "-----BEGIN RSA PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----", ENCRYPTED)) {
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> body(Upload.class, "{'names':['example.com'],'chain':'-----BEGIN x','key':'" + wrong + "'}"));
            assertThat(refused.problem().toString())
                    .contains("key", "openssl pkey -in")
                    .doesNotContain("MIGHAgEA", "AAAA");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.npanel.testkit.hostile.HostileStrings#all")
    void hostileNamesAreRefusedOrAsTheyWere(String hostile) {
        try {
            assertThat(new CertificateName(hostile).text()).matches("(\\*\\.)?[a-z0-9.-]+");
        } catch (ProblemException refused) {
            assertThat(refused.problem().kind()).isEqualTo(ProblemKind.INVALID);
        }
        try {
            assertThat(new CertificateId(hostile).text())
                    .matches("(_\\.)?[a-z0-9.-]+")
                    .doesNotContain("..");
        } catch (ProblemException refused) {
            assertThat(refused.problem().kind()).isEqualTo(ProblemKind.INVALID);
        }
    }

    private static ProblemKind kind(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().kind();
    }

    private static <T> T body(Class<T> type, String text) {
        return Json.rest().read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), type);
    }

    private static CallContext context(boolean dryRun) {
        return new CallContext(new Caller(new AccountName("alice"), Caller.Role.USER, "192.0.2.9", "request"), dryRun);
    }
}
