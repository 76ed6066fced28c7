package dev.npanel.web.nginx.vhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.step.Step;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.testkit.host.MemoryHost;
import dev.npanel.web.nginx.Examples;
import dev.npanel.web.vhost.CreateVhost;
import dev.npanel.web.vhost.Tls;
import dev.npanel.web.vhost.Vhost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("W1")
class CertificatesTest {
    private static final Vhost SITE =
            Examples.vhost(Examples.FILES).withTls(new Tls(new CertificateId("example.com"), true, 0));

    private final MemoryHost host =
            new MemoryHost().file("/etc/nginx/conf.d/npanel.conf", "").file("/usr/sbin/php-fpm8.2", "");
    private final Vhosts vhosts = new Vhosts(Examples.CODEC);

    @Test
    void theCertificateMustBeThere() {
        assertThat(refused(SITE)).isEqualTo("tls.certificate must be one that is there");
        host.file("/var/lib/npanel/ssl/example.com/chain.pem", "changed by hand");
        assertThat(refused(SITE)).isEqualTo("tls.certificate must be one that is there");
    }

    @Test
    void itMustBeGoodForEveryName() throws IOException {
        host.file("/var/lib/npanel/ssl/example.com/chain.pem", certificate());

        Vhost alias = new Vhost(
                SITE.domain(),
                SITE.account(),
                List.of(new DomainName("alias.example.com")),
                SITE.www(),
                SITE.site(),
                SITE.redirects(),
                SITE.addresses(),
                false);

        assertThat(steps(SITE)).isNotEmpty();
        assertThat(refused(alias.withTls(SITE.tls()))).isEqualTo("tls.certificate must be good for alias.example.com");
    }

    private List<? extends Step> steps(Vhost vhost) {
        return new CreateVhostAction(vhosts).plan(new CreateVhost(vhost), host).steps();
    }

    private String refused(Vhost vhost) {
        return catchThrowableOfType(ProblemException.class, () -> steps(vhost)).problem().violations().stream()
                .map(violation -> violation.field() + " " + violation.rule())
                .findFirst()
                .orElseThrow();
    }

    private static String certificate() throws IOException {
        try (InputStream pem = Objects.requireNonNull(CertificatesTest.class.getResourceAsStream("example.com.pem"))) {
            return new String(pem.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
