package dev.npanel.hotdeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What is in the folder and is no plugin, or not one of root's, does not run and keeps nobody else from running. */
class RefusedJarsTest extends DeploymentTrial {
    private static final TestJar GOOD = TestJar.of("one", "1.0.0");

    @Test
    void aLinkIsNotTaken() throws Exception {
        GOOD.putAt(place.resolve("elsewhere.jar"));
        Files.createSymbolicLink(deployment.file("one.jar"), place.resolve("elsewhere.jar"));

        deployment.awaitLookedAt();

        assertThat(deployment.plugin("one")).isEmpty();
    }

    @Test
    void aDirectoryIsNotTaken() throws Exception {
        Files.createDirectories(deployment.file("one.jar/META-INF"));
        Files.writeString(
                deployment.file("one.jar/META-INF/MANIFEST.MF"),
                "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: one\n");

        deployment.awaitLookedAt();

        assertThat(deployment.plugin("one")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-", "rw--w----"})
    void whatOthersMayWriteIsNotTakenUntilTheyMayNot(String mode) throws Exception {
        TestJar.put(deployment.file("one.jar"), GOOD.bytes(), mode);
        deployment.awaitLookedAt();
        assertThat(deployment.plugin("one")).isEmpty();

        Files.setPosixFilePermissions(deployment.file("one.jar"), Modes.CLOSED);

        deployment.awaitRunning("one", "1.0.0");
    }

    @Test
    void whatBelongsToSomebodyElseIsNotTaken() throws IOException {
        GOOD.putAt(place.resolve("one.jar"));
        Owners others = new Owners(Set.of(4711));

        assertThatThrownBy(() -> PluginJar.of(place.resolve("one.jar"), others))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("somebody else");
        assertThat(PluginJar.of(place.resolve("one.jar"), Owners.of(place))).isPresent();
    }

    @Test
    void aFolderThatOthersMayWriteIsNotWatched() throws IOException {
        Files.setPosixFilePermissions(deployment.file(""), PosixFilePermissions.fromString("rwxrwxrwx"));
        BundleContext context = deployment.framework().getBundleContext();

        assertThatThrownBy(() -> new PluginFolder(context))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("others than its owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "rubbish", "PK\u0005\u0006"})
    void rubbishIsNotTakenAndAGoodJarOfThatNameIs(String rubbish) throws Exception {
        TestJar.put(deployment.file("one.jar"), rubbish.getBytes(StandardCharsets.ISO_8859_1), "rw-r--r--");
        deployment.awaitLookedAt();
        assertThat(deployment.plugin("one")).isEmpty();

        GOOD.putAt(deployment.file("one.jar"));

        deployment.awaitRunning("one", "1.0.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bundle-Version | seven",
                "Bundle-ManifestVersion | 99",
                "Import-Package | ;;,",
                "Import-Package | java.lang,java.lang",
                "Export-Package | java.lang",
                "Export-Package | some;version=one",
                "Require-Capability | osgi.ee;filter:=\"((\"",
                "Bundle-Activator | com.example.Nowhere",
                "Bundle-ClassPath | ../../etc/passwd",
                "Bundle-NativeCode | nothing.so",
                "Fragment-Host | nobody"
            })
    void aManifestThatMakesNoSenseHurtsNobody(String header, String value) throws Exception {
        TestJar.of("odd", "1.0.0").with(header, value).putAt(deployment.file("a-odd.jar"));
        GOOD.putAt(deployment.file("one.jar"));

        deployment.awaitRunning("one", "1.0.0");
        Files.delete(deployment.file("a-odd.jar"));
        deployment.awaitGone("odd");
        assertThat(deployment.runs("one", "1.0.0")).isTrue();
    }

    @Test
    void aPluginThatIsReplacedByRubbishGoes() throws Exception {
        GOOD.putAt(deployment.file("one.jar"));
        deployment.awaitRunning("one", "1.0.0");

        TestJar.put(deployment.file("one.jar"), new byte[100], "rw-r--r--");

        deployment.awaitGone("one");
    }

    @Test
    void ofTwoJarsWithTheSamePluginOneRuns() throws Exception {
        GOOD.putAt(deployment.file("a.jar"));
        deployment.awaitRunning("one", "1.0.0");
        GOOD.putAt(deployment.file("b.jar"));
        deployment.awaitLookedAt();
        assertThat(deployment.runs("one", "1.0.0")).isTrue();

        Files.delete(deployment.file("a.jar"));

        deployment.awaitLookedAt();
        deployment.awaitState("one", Bundle.ACTIVE);
    }

    @Test
    void jarsWithAnyByteChangedHurtNobody() throws Exception {
        Random random = new Random(1); // the same every time
        byte[] good = TestJar.of("bent", "1.0.0").bytes();
        for (int i = 0; i < 200; i++) {
            byte[] bent = good.clone();
            bent[random.nextInt(bent.length)] = (byte) random.nextInt();
            bent[random.nextInt(bent.length)] = (byte) random.nextInt();
            TestJar.put(deployment.file("bent" + i % 10 + ".jar"), bent, "rw-r--r--");
        }

        GOOD.putAt(deployment.file("one.jar"));

        deployment.awaitRunning("one", "1.0.0");
    }
}
