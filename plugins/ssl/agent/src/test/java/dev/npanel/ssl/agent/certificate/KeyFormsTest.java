package dev.npanel.ssl.agent.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.ssl.agent.key.KeyFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in the forms that openssl has written over the years. */
@Tag("S1")
class KeyFormsTest {
    @TempDir
    Path directory;

    @Test
    void olderFormsAreTheSameKeys() {
        TestAuthority authority = new TestAuthority(directory);
        for (String[] algorithm : new String[][] {{"rsa", "rsa_keygen_bits:2048"}, {"ec", "ec_paramgen_curve:P-256"}}) {
            String usual = authority.key(algorithm[0], algorithm[1], "DNS:example.com")[0];
            String older = authority.openssl("pkey", "-traditional", "-in", "other.key");
            assertThat(older).containsPattern("BEGIN (RSA|EC) PRIVATE KEY");
            assertThat(KeyFile.decode(older.replaceAll("-----[A-Z ]+-----|\\s", "")))
                    .extracting(key -> key.getAlgorithm())
                    .isEqualTo(KeyFile.decode(usual).getAlgorithm());
            assertThat(KeyFile.write(KeyFile.decode(older.replaceAll("-----[A-Z ]+-----|\\s", ""))))
                    .satisfies(file -> assertThat(KeyFile.read(file)).isNotNull());
        }
    }
}
