package dev.npanel.ssl.agent.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.ssl.agent.key.Keys;
import dev.npanel.ssl.agent.key.Requests;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.CertificatePage;
import dev.npanel.ssl.certificate.ListCertificates;
import dev.npanel.ssl.key.KeyType;
import dev.npanel.ssl.use.CertificateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S5")
class ScaleTest extends Trial {
    private static final int MANY = 1_000;

    @Test
    void aThousandAreListed() throws IOException {
        KeyPair key = Keys.make(KeyType.EC256);
        for (int i = 0; i < MANY; i++) {
            CertificateName name = new CertificateName("site-" + i + ".example.com");
            Path directory = host.real(CertificateFiles.CERTIFICATES).resolve(name.text());
            Files.createDirectory(directory);
            Files.writeString(
                    directory.resolve("chain.pem"),
                    Requests.pem(Requests.selfSigned(
                            key, List.of(name), Instant.now(), Instant.now().plus(Duration.ofDays(1)))));
        }
        ListCertificatesAction list = new ListCertificatesAction();
        for (int again = 0; again < 5; again++) {
            Instant start = Instant.now();
            CertificatePage page = read(list, new ListCertificates(null, null, MANY));
            System.getLogger("scale")
                    .log(System.Logger.Level.INFO, "1,000 listed in " + Duration.between(start, Instant.now()));
            assertThat(page.items()).hasSize(MANY);
        }
    }
}
