package dev.npanel.agent.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.AbsolutePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountsTest {
    private static final String TABLE = """
            21 1 8:1 / / rw - ext4 /dev/vda rw
            22 21 8:1 /etc /etc rw - ext4 /dev/vda rw
            23 21 8:2 / /home rw - ext4 /dev/vdb rw
            24 23 8:3 / /home/with\\040space rw - ext4 /dev/vdc rw
            25 21 8:4 / /home rw - ext4 /dev/vdd rw
            """;

    @TempDir
    private Path directory;

    @Test
    void findsTheMountThatHoldsAPath() throws IOException {
        Mounts mounts = new Mounts(Files.writeString(directory.resolve("mountinfo"), TABLE));

        assertThat(mounts.of(Path.of("/var/lib")).id()).isEqualTo("21");
        assertThat(mounts.of(Path.of("/etc/passwd")).id()).isEqualTo("22");
        assertThat(mounts.of(Path.of("/etcetera")).id()).isEqualTo("21");
        assertThat(mounts.of(Path.of("/home/alice")).id())
                .as("the later one hides")
                .isEqualTo("25");
        assertThat(mounts.of(Path.of("/home/with space/x")).id()).isEqualTo("24");
    }

    @Test
    void eachMountHasAVaultOfItsOwn() throws IOException {
        Files.createDirectories(directory.resolve("home/alice"));
        String table = "1 0 8:1 / / rw - ext4 x rw\n2 1 8:1 / " + directory.resolve("home") + " rw - ext4 x rw\n";
        Mounts mounts = new Mounts(Files.writeString(directory.resolve("mountinfo"), table));
        Vault vault = new Vault(new Tree(directory), mounts, new AbsolutePath("/vault"));

        assertThat(vault.reaching(new AbsolutePath("/etc/x"))).hasToString("/vault");
        assertThat(vault.reaching(new AbsolutePath("/home/alice/x"))).hasToString("/home/.npanel");
        assertThat(directory.resolve("home/.npanel")).isDirectory();
    }
}
