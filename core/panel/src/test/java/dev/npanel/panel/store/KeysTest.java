package dev.npanel.panel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ADVISORIES 54: every installation has keys of its own, which nobody else on the host can read. */
class KeysTest {
    @TempDir
    Path directory;

    @Test
    void differBetweenInstallationsAndStayWithOne() {
        byte[] one = new Keys(new StateDirectory(directory.resolve("one"))).key("jwt");
        byte[] other = new Keys(new StateDirectory(directory.resolve("other"))).key("jwt");
        assertThat(one).hasSize(32).isNotEqualTo(other);
        assertThat(new Keys(new StateDirectory(directory.resolve("one"))).key("jwt"))
                .isEqualTo(one);
    }

    @Test
    void areForThePanelOnly() throws Exception {
        new Keys(new StateDirectory(directory)).key("jwt");
        assertThat(mode("keys")).isEqualTo("rwx------");
        assertThat(mode("keys/jwt.key")).isEqualTo("rw-------");
    }

    @Test
    void differByPurpose() {
        Keys keys = new Keys(new StateDirectory(directory));
        assertThat(keys.key("jwt")).isNotEqualTo(keys.key("job"));
    }

    @Test
    void pluginsGetNoneOfThePanelsOwnAndNoOtherFile() {
        Keys keys = new Keys(new StateDirectory(directory));
        assertThat(keys.secret("jwt")).isNotEqualTo(keys.key("jwt")).isEqualTo(keys.secret("jwt"));
        for (String name : List.of("", "../jwt", "a/b", "a\0", "A", "a".repeat(65))) {
            assertThatThrownBy(() -> keys.secret(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String mode(String name) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }
}
