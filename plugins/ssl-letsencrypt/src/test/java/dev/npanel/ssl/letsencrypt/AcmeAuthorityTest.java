package dev.npanel.ssl.letsencrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.key.SecretKeys;
import dev.npanel.ssl.ca.Enrolment;
import dev.npanel.ssl.ca.OrderState;
import dev.npanel.ssl.ca.OrderState.Method;
import dev.npanel.ssl.ca.OrderState.Proof;
import dev.npanel.ssl.ca.OrderState.Status;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.letsencrypt.account.Registrations;
import dev.npanel.ssl.letsencrypt.acme.AcmeAuthority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation with a real authority: pebble, which refuses half of all nonces where a test does not say otherwise. */
@Tag("S1")
class AcmeAuthorityTest {
    private static final Map<String, String> FAULTS = Map.of(
            "PEBBLE_WFE_NONCEREJECT",
            "50",
            "PEBBLE_VA_NOSLEEP",
            "1",
            "PEBBLE_ALTERNATE_ROOTS",
            "2",
            "PEBBLE_CHAIN_LENGTH",
            "3",
            "PEBBLE_AUTHZREUSE",
            "50");
    static final SecretKeys SECRETS = name -> new byte[] {
        7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
        30, 31
    };

    @TempDir
    Path directory;

    private final MemoryDocuments documents = new MemoryDocuments();
    private AcmeAuthority authority = authority();

    @Test
    void oneNameSeveralAWildcardAndAnInternationalOne() throws Exception {
        try (Pebble pebble = new Pebble(directory, FAULTS)) {
            register(pebble, null);
            assertThat(issue(pebble, "example.com").getSubjectAlternativeNames())
                    .hasSize(1);
            assertThat(issue(pebble, "example.com", "www.example.com", "bücher.example")
                            .getSubjectAlternativeNames())
                    .extracting(name -> name.get(1).toString())
                    .containsExactlyInAnyOrder("example.com", "www.example.com", "xn--bcher-kva.example");
            assertThat(issue(pebble, "*.example.com", "example.com").getSubjectAlternativeNames())
                    .extracting(name -> name.get(1).toString())
                    .containsExactlyInAnyOrder("*.example.com", "example.com");
        }
    }

    @Test
    @Tag("S2")
    @Tag("S3")
    void renewedInTimeWithTheSameAccountAndRevoked() throws Exception {
        try (Pebble pebble = new Pebble(directory, FAULTS)) {
            register(pebble, null);
            Chain first = obtain(pebble, null, "example.com");
            // this pebble offers no renewal information: two thirds of the lifetime it is
            assertThat(authority.renewal(first)).isEmpty();
            authority = authority();
            Chain second = obtain(pebble, first, "example.com");
            assertThat(second).isNotEqualTo(first);
            authority.revoke(second);
            assertThat(refused(() -> authority.revoke(second)).code()).isEqualTo("ssl.authority.refused");
        }
    }

    @Test
    void anotherChainWhereTheAuthorityHasSeveral() throws Exception {
        try (Pebble pebble = new Pebble(directory, FAULTS)) {
            register(pebble, null);
            URI order = proven(pebble, null, "example.com");
            Chain usual = authority.fetch(order);
            String wanted = pebble.issuer(1);
            assertThat(root(usual)).doesNotContain(wanted);
            authority.register(new Enrolment(pebble.url(), List.of(), true, null, null, wanted, pebble.root()));
            assertThat(root(authority.fetch(order))).contains(wanted);
        }
    }

    @Test
    void whatTheAuthorityRefusesItSaysInItsOwnWords() throws Exception {
        try (Pebble pebble = new Pebble(directory, FAULTS)) {
            assertThat(refused(() -> authority.order(names("example.com"), null))
                            .code())
                    .isEqualTo("ssl.authority.unset");
            register(pebble, null);
            assertThat(refused(() -> authority.order(names("blocked.example"), null)))
                    .extracting(Problem::kind, Problem::code)
                    .containsExactly(ProblemKind.CONFLICT, "ssl.authority.refused");
            pebble.tell("add-a", "{\"host\":\"elsewhere.example.\",\"addresses\":[\"127.0.0.9\"]}");
            URI order = authority.order(names("elsewhere.example"), null);
            Proof proof = proof(authority.look(order).proofs(), Method.HTTP);
            authority.ready(proof.challenge());
            OrderState over = until(order, Status.INVALID);
            assertThat(over.failure()).contains("elsewhere.example");
            pebble.tell("set-servfail", "{\"host\":\"broken.example.\"}");
            URI broken = authority.order(names("broken.example"), null);
            authority.ready(proof(authority.look(broken).proofs(), Method.HTTP).challenge());
            assertThat(until(broken, Status.INVALID).failure()).isNotBlank();
        }
    }

    @Test
    void anAuthorityThatIsAwayIsAskedAgainLater() throws Exception {
        try (Pebble pebble = new Pebble(directory, FAULTS)) {
            register(pebble, null);
            URI order = authority.order(names("example.com"), null);
            pebble.stop();
            assertThat(refused(() -> authority.look(order)).kind()).isEqualTo(ProblemKind.UNAVAILABLE);
            assertThat(refused(() -> authority.order(names("example.com"), null))
                            .kind())
                    .isEqualTo(ProblemKind.UNAVAILABLE);
        }
    }

    @Test
    void anAccountMayHaveToBeBoundToOneThatIsThere() throws Exception {
        try (Pebble pebble = new Pebble(directory, Map.of("EAB", "1", "PEBBLE_VA_NOSLEEP", "1"))) {
            assertThat(refused(() -> register(pebble, null)).code()).isEqualTo("ssl.authority.refused");
            register(pebble, "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W");
            issue(pebble, "example.com");
            assertThat(documents.toString()).doesNotContain("zWNDZM6");
        }
    }

    @Test
    void aServerThatNothingSpeaksForIsNotTrusted() throws Exception {
        try (Pebble pebble = new Pebble(directory, FAULTS)) {
            Enrolment untrusting = new Enrolment(pebble.url(), List.of(), true, null, null, null, null);
            assertThat(refused(() -> authority.register(untrusting)).kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        }
    }

    private AcmeAuthority authority() {
        return new AcmeAuthority(new Registrations(documents), SECRETS);
    }

    private void register(Pebble pebble, @Nullable String macKey) throws IOException {
        authority.register(new Enrolment(
                pebble.url(),
                List.of(new EmailAddress("hostmaster@example.com")),
                true,
                macKey == null ? null : "kid-1",
                macKey == null ? null : new Secret(macKey),
                null,
                pebble.root()));
    }

    private X509Certificate issue(Pebble pebble, String... names) throws Exception {
        return chain(obtain(pebble, null, names)).get(0);
    }

    private Chain obtain(Pebble pebble, @Nullable Chain replaces, String... names) throws Exception {
        return authority.fetch(proven(pebble, replaces, names));
    }

    private URI proven(Pebble pebble, @Nullable Chain replaces, String... names) throws Exception {
        URI order = authority.order(names(names), replaces);
        List<Proof> proofs = authority.look(order).proofs();
        for (CertificateName name : names(names)) {
            List<Proof> own =
                    proofs.stream().filter(each -> each.name().equals(name)).toList();
            if (!own.isEmpty()) {
                prove(pebble, own);
            }
        }
        until(order, Status.READY);
        authority.complete(
                order,
                pebble.csr(names(names).stream().map(CertificateName::text).toList()));
        until(order, Status.VALID);
        return order;
    }

    private void prove(Pebble pebble, List<Proof> own) throws IOException {
        CertificateName name = own.get(0).name();
        Proof proof = proof(own, name.isWildcard() ? Method.DNS : Method.HTTP);
        if (name.isWildcard()) {
            pebble.publish(name.domain().text(), proof.answer());
        } else {
            pebble.serve(proof.token(), proof.answer());
        }
        authority.ready(proof.challenge());
    }

    private OrderState until(URI order, Status status) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> authority.look(order), state -> state.status() == status);
    }

    private static Proof proof(List<Proof> proofs, Method method) {
        return proofs.stream()
                .filter(each -> each.method() == method)
                .findFirst()
                .orElseThrow();
    }

    private static List<CertificateName> names(String... names) {
        return Stream.of(names).map(CertificateName::new).toList();
    }

    private static String root(Chain chain) throws CertificateException {
        List<X509Certificate> all = chain(chain);
        return all.get(all.size() - 1).getIssuerX500Principal().getName();
    }

    private static List<X509Certificate> chain(Chain chain) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(chain.text().getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static Problem refused(ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        assertThat(refused).as("a problem").isNotNull();
        return refused.problem();
    }
}
