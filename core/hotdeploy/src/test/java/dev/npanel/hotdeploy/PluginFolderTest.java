package dev.npanel.hotdeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.plugin.PluginsStarted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Plugins come, change and go with the jars of the folder, in a real framework. */
@Tag("C6")
class PluginFolderTest extends DeploymentTrial {
    private static final TestJar PROVIDER = TestJar.of("provider", "1.0.0").with("Export-Package", "some.contract");
    private static final TestJar CONSUMER = TestJar.of("consumer", "1.0.0").with("Import-Package", "some.contract");

    @Test
    void aJarThatComesRunsAndOneThatGoesDoesNot() throws Exception {
        TestJar.of("one", "1.0.0").putAt(deployment.file("one.jar"));
        deployment.awaitRunning("one", "1.0.0");

        Files.delete(deployment.file("one.jar"));

        deployment.awaitGone("one");
    }

    @Test
    void tellsWhenAllThatWasThereRuns() throws Exception {
        Path other = Files.createDirectories(place.resolve("other/plugins"));
        TestJar.of("one", "1.0.0").putAt(other.resolve("one.jar"));
        TestJar.of("broken", "1.0.0").with("Import-Package", "nobody.has").putAt(other.resolve("broken.jar"));

        try (Deployment started = new Deployment(place.resolve("other"))) {
            started.awaitStarted();

            assertThat(started.runs("one", "1.0.0")).isTrue();
        }
    }

    @Test
    void tellsSoAlsoWhenThereIsNoFolder() throws Exception {
        Files.delete(deployment.file(""));
        BundleContext context = deployment.framework().getBundleContext();
        int before = context.getServiceReferences(PluginsStarted.class, null).size();

        assertThatThrownBy(() -> new PluginFolder(context)).isInstanceOf(IOException.class);

        assertThat(context.getServiceReferences(PluginsStarted.class, null)).hasSizeGreaterThan(before);
    }

    @Test
    void tellsSoAlsoWhenASettingIsWrong() throws Exception {
        System.setProperty(Heap.ROOM, "a lot");
        try {
            BundleContext context = deployment.framework().getBundleContext();
            int before =
                    context.getServiceReferences(PluginsStarted.class, null).size();

            assertThatThrownBy(() -> new PluginFolder(context)).hasMessageContaining(Heap.ROOM);

            assertThat(context.getServiceReferences(PluginsStarted.class, null)).hasSizeGreaterThan(before);
        } finally {
            System.clearProperty(Heap.ROOM);
        }
    }

    @Test
    void aJarThatIsReplacedRunsInsteadAsTheSamePlugin() throws Exception {
        TestJar.of("one", "1.0.0").putAt(deployment.file("one.jar"));
        deployment.awaitRunning("one", "1.0.0");
        Optional<Long> id = deployment.plugin("one").map(Bundle::getBundleId);

        TestJar.of("one", "2.0.0").putAt(deployment.file("one.jar"));

        deployment.awaitRunning("one", "2.0.0");
        assertThat(deployment.plugin("one").map(Bundle::getBundleId)).isEqualTo(id);
    }

    @Test
    void anUpgradeUnderAnotherFileNameTakesItsPlace() throws Exception {
        TestJar.of("one", "1.0.0").putAt(deployment.file("one-1.jar"));
        deployment.awaitRunning("one", "1.0.0");

        TestJar.of("one", "2.0.0").putAt(deployment.file("one-2.jar"));
        Files.delete(deployment.file("one-1.jar"));

        deployment.awaitRunning("one", "2.0.0");
        deployment.awaitLookedAt();
        assertThat(deployment.runs("one", "2.0.0")).isTrue();
    }

    @Test
    void aJarThatIsStillBeingWrittenIsTakenWhenItIsComplete() throws Exception {
        byte[] bytes = TestJar.of("one", "1.0.0").bytes();
        try (OutputStream out = Files.newOutputStream(deployment.file("one.jar"))) {
            Files.setPosixFilePermissions(deployment.file("one.jar"), Modes.CLOSED);
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            deployment.awaitLookedAt();
            assertThat(deployment.plugin("one")).isEmpty();
            out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        }

        deployment.awaitRunning("one", "1.0.0");
    }

    @Test
    void whoNeedsAnotherPluginRunsWhileThatOneIsThere() throws Exception {
        CONSUMER.putAt(deployment.file("consumer.jar"));
        deployment.awaitLookedAt();
        assertThat(deployment.plugin("consumer").map(Bundle::getState)).contains(Bundle.INSTALLED);

        PROVIDER.putAt(deployment.file("provider.jar"));
        deployment.awaitRunning("consumer", "1.0.0");

        Files.delete(deployment.file("provider.jar"));
        deployment.awaitState("consumer", Bundle.INSTALLED);

        PROVIDER.putAt(deployment.file("provider.jar"));
        deployment.awaitRunning("consumer", "1.0.0");
    }

    @Test
    void whatSomebodyHasStoppedStaysStopped() throws Exception {
        TestJar.of("one", "1.0.0").putAt(deployment.file("one.jar"));
        deployment.awaitRunning("one", "1.0.0");
        deployment.plugin("one").orElseThrow().stop();

        deployment.awaitLookedAt();

        assertThat(deployment.plugin("one").map(Bundle::getState)).contains(Bundle.RESOLVED);
    }

    @Test
    void aFragmentOnlyJoinsItsHost() throws Exception {
        TestJar.of("fragment", "1.0.0").with("Fragment-Host", "one").putAt(deployment.file("fragment.jar"));
        TestJar.of("one", "1.0.0").putAt(deployment.file("one.jar"));

        deployment.awaitRunning("one", "1.0.0");
        assertThat(deployment.plugin("fragment").map(Bundle::getState)).contains(Bundle.RESOLVED);
    }

    @Test
    void manyThatComeAtOnceAllRun() throws Exception {
        for (int i = 0; i < 50; i++) {
            TestJar.of("plugin" + i, "1.0.0").putAt(deployment.file(i + ".jar"));
        }
        for (int i = 0; i < 50; i++) {
            deployment.awaitRunning("plugin" + i, "1.0.0");
        }
        for (int i = 0; i < 50; i++) {
            Files.delete(deployment.file(i + ".jar"));
        }
        for (int i = 0; i < 50; i++) {
            deployment.awaitGone("plugin" + i);
        }
        assertThat(Arrays.stream(deployment.framework().getBundleContext().getBundles()))
                .hasSize(1);
    }
}
