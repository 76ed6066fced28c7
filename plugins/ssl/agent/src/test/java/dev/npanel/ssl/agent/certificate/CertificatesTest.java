package dev.npanel.ssl.agent.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainSet;
import dev.npanel.api.value.Secret;
import dev.npanel.host.step.UnitChange;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.certificate.DeleteCertificate;
import dev.npanel.ssl.certificate.InstallChain;
import dev.npanel.ssl.certificate.ListCertificates;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.certificate.SelfSign;
import dev.npanel.ssl.certificate.UploadCertificate;
import dev.npanel.ssl.key.KeyType;
import dev.npanel.ssl.key.NewRequest;
import dev.npanel.ssl.key.SigningRequest;
import dev.npanel.ssl.use.CertificateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("S1")
class CertificatesTest extends Trial {
    @TempDir
    Path elsewhere;

    private TestAuthority authority;

    @BeforeEach
    void found() {
        authority = new TestAuthority(elsewhere);
        uses.addUse(web);
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void whatOpensslUnderstandsAndSignsIsInstalled(KeyType type) throws IOException {
        SigningRequest request = request(type);
        authority.write("our.csr", request.csr());
        assertThat(authority.openssl("req", "-in", "our.csr", "-noout", "-verify", "-text"))
                .contains("verify OK", "DNS:example.com, DNS:www.example.com");
        assertThat(host.real(CertificateFiles.key(ID))).doesNotExist();
        CertificateInfo installed = install(authority.sign(request.csr(), 20));
        assertThat(installed.names()).isEqualTo(NAMES);
        assertThat(installed.issuer()).isEqualTo("Test Root <script>");
        assertThat(installed.selfSigned()).isFalse();
        assertThat(Files.getPosixFilePermissions(host.real(CertificateFiles.key(ID))))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(host.real(CertificateFiles.directory(ID))))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(authority.openssl("pkey", "-noout", "-check", "-in", key().toString()))
                .contains("Key is valid");
        assertThat(units.changes()).containsExactly(new UnitChange("nginx.service", UnitChange.Verb.RELOAD));
        assertThat(host.real(Shelf.requestKey(ID))).doesNotExist();
    }

    @Test
    void aBadOneNeverReplacesAGoodOne() throws IOException {
        Chain good = authority.sign(request(KeyType.EC256).csr(), 20);
        install(good);
        String key = file(CertificateFiles.key(ID));
        SigningRequest second = request(KeyType.EC256);
        Chain fitting = authority.sign(second.csr(), 20);
        String root = authority.root();
        String own = fitting.text().replace(root, "");
        String[] stranger = authority.key("ec", "ec_paramgen_curve:P-256", "DNS:example.com");
        Path other = Files.createDirectory(elsewhere.resolve("other"));
        for (Chain bad : List.of(
                authority.sign(stranger[1], 20),
                new Chain("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
                new Chain("-----BEGIN NOTHING-----"),
                new Chain(root + own),
                new Chain(own + new TestAuthority(other).root()))) {
            assertThat(refused(() -> install(bad)).kind()).isEqualTo(ProblemKind.INVALID);
        }
        InstallChainAction later =
                new InstallChainAction(uses, shelf, Clock.offset(Clock.systemUTC(), Duration.ofDays(21)));
        assertThat(refused(() -> change(later, new InstallChain(ID, fitting))).violations())
                .extracting("rule")
                .containsExactly("must not have expired");
        assertThat(file(CertificateFiles.chain(ID))).isEqualTo(good.text());
        assertThat(file(CertificateFiles.key(ID))).isEqualTo(key);
        install(fitting);
        assertThat(file(CertificateFiles.chain(ID))).isEqualTo(fitting.text());
        assertThat(file(CertificateFiles.key(ID))).isNotEqualTo(key);
    }

    @Test
    void namesThatWereAskedForMustBeThere() {
        change(new NewRequestAction(shelf), new NewRequest(List.of(new CertificateName("example.com")), KeyType.EC256));
        Chain one = authority.sign(requestText(), 20);
        change(new NewRequestAction(shelf), new NewRequest(NAMES, KeyType.EC256));
        assertThat(refused(() -> install(one)).kind()).isEqualTo(ProblemKind.INVALID);
    }

    private String requestText() {
        try {
            return file(Shelf.request(ID));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aReloadThatFailsBringsTheOldOneBack() throws IOException {
        Chain good = authority.sign(request(KeyType.EC256).csr(), 20);
        install(good);
        String key = file(CertificateFiles.key(ID));
        Chain next = authority.sign(request(KeyType.EC256).csr(), 20);
        String pending = file(Shelf.requestKey(ID));
        broken = true;
        assertThat(refused(() -> install(next)).kind()).isNotEqualTo(ProblemKind.INVALID);
        assertThat(file(CertificateFiles.chain(ID))).isEqualTo(good.text());
        assertThat(file(CertificateFiles.key(ID))).isEqualTo(key);
        assertThat(file(Shelf.requestKey(ID))).isEqualTo(pending);
    }

    @Test
    void oneThatWasMadeElsewhereIsTakenWithItsKey() throws IOException {
        String[] made = authority.key("rsa", "rsa_keygen_bits:4096", "DNS:*.example.com,DNS:example.com,IP:192.0.2.1");
        Chain chain = authority.sign(made[1], 20);
        UploadCertificateAction upload = new UploadCertificateAction(uses, shelf, clock);
        List<CertificateName> names = List.of(new CertificateName("example.com"), new CertificateName("a.example.com"));
        CertificateInfo info = change(upload, new UploadCertificate(names, chain, new Secret(made[0])))
                .answer();
        assertThat(info.names()).extracting("text").containsExactly("*.example.com", "example.com");
        assertThat(info.key()).isEqualTo("RSA 4096");
        assertThat(file(CertificateFiles.key(ID)).replaceAll("-----[A-Z ]+-----|\\s", ""))
                .isEqualTo(made[0]);
        String[] other = authority.key("ec", "ec_paramgen_curve:P-256", "DNS:example.com");
        for (String wrong : List.of(other[0], "AAAA", "not base64", made[0].substring(4))) {
            assertThat(refused(() -> change(upload, new UploadCertificate(names, chain, new Secret(wrong))))
                            .violations())
                    .extracting("field")
                    .containsExactly("key");
        }
        List<CertificateName> more = List.of(new CertificateName("a.b.example.com"));
        assertThat(refused(() -> change(upload, new UploadCertificate(more, chain, new Secret(made[0]))))
                        .violations())
                .extracting("field")
                .containsExactly("chain");
        String[] weak = authority.key("rsa", "rsa_keygen_bits:1024", "DNS:example.com");
        Chain weakChain = authority.sign(weak[1], 20);
        assertThat(refused(() -> change(
                                upload, new UploadCertificate(List.of(names.get(0)), weakChain, new Secret(weak[0]))))
                        .kind())
                .isEqualTo(ProblemKind.INVALID);
    }

    @Test
    void keysAreInNothingThatIsWrittenOfTheChange() throws IOException {
        assertThat(preview(new NewRequestAction(shelf), new NewRequest(NAMES, KeyType.EC256)))
                .contains("request-key.pem", " bytes")
                .doesNotContain("PRIVATE KEY", "CERTIFICATE");
        install(authority.sign(request(KeyType.EC256).csr(), 20));
        install(authority.sign(request(KeyType.RSA2048).csr(), 20));
        selfSign(30);
        change(new UploadCertificateAction(uses, shelf, clock), upload());
        uses.removeUse(web);
        change(new DeleteCertificateAction(uses), new DeleteCertificate(ID));
        assertThat(written()).contains("ssl.certificate.upload", "key.pem").doesNotContain("PRIVATE KEY", "MIG", "MII");
    }

    @Test
    @Tag("S5")
    void theyAreListedAndReadAndOnesInUseStay() throws IOException {
        install(authority.sign(request(KeyType.EC256).csr(), 20));
        change(
                new SelfSignAction(uses, shelf, clock),
                new SelfSign(List.of(new CertificateName("*.bücher.example")), KeyType.EC256, 30));
        Files.createDirectories(host.real(CertificateFiles.CERTIFICATES).resolve("example.org"));
        Files.writeString(host.real(CertificateFiles.CERTIFICATES).resolve("example.org/chain.pem"), "spoilt");
        Files.createDirectories(host.real(CertificateFiles.CERTIFICATES).resolve("Example.Net"));
        ListCertificatesAction list = new ListCertificatesAction();
        for (int again = 0; again < 2; again++) {
            assertThat(read(list, new ListCertificates(null, null, 10)).items())
                    .extracting(each -> each.id().text())
                    .containsExactly("_.xn--bcher-kva.example", "example.com");
        }
        assertThat(read(list, new ListCertificates(DomainSet.of(ID.domain()), null, 10))
                        .items())
                .hasSize(1);
        assertThat(read(list, new ListCertificates(null, null, 1)).next())
                .isEqualTo(new CertificateId("_.bücher.example"));
        assertThat(read(new ReadCertificateAction(), new ReadCertificate(ID)).chain())
                .isEqualTo(file(CertificateFiles.chain(ID)));
        DeleteCertificateAction delete = new DeleteCertificateAction(uses);
        assertThat(refused(() -> change(delete, new DeleteCertificate(ID))).code())
                .isEqualTo("ssl.certificate.in-use");
        uses.removeUse(web);
        change(delete, new DeleteCertificate(ID));
        assertThat(host.real(CertificateFiles.directory(ID))).doesNotExist();
        assertThat(refused(() -> read(new ReadCertificateAction(), new ReadCertificate(ID)))
                        .kind())
                .isEqualTo(ProblemKind.NOT_FOUND);
    }

    private SigningRequest request(KeyType type) {
        return change(new NewRequestAction(shelf), new NewRequest(NAMES, type)).answer();
    }

    private CertificateInfo install(Chain chain) {
        return change(new InstallChainAction(uses, shelf, clock), new InstallChain(ID, chain))
                .answer()
                .certificate();
    }

    private CertificateInfo selfSign(int days) {
        return change(new SelfSignAction(uses, shelf, clock), new SelfSign(NAMES, KeyType.EC256, days))
                .answer();
    }

    private UploadCertificate upload() {
        String[] made = authority.key("rsa", "rsa_keygen_bits:2048", "DNS:example.com,DNS:www.example.com");
        return new UploadCertificate(NAMES, authority.sign(made[1], 20), new Secret(made[0]));
    }

    private Path key() {
        return host.real(CertificateFiles.key(ID));
    }
}
