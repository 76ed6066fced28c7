package dev.npanel.hotdeploy;

import static dev.npanel.api.plugin.PluginChoice.DISABLED;
import static dev.npanel.api.plugin.PluginChoice.ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.PluginState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/** Plugins are disabled and enabled by files, while the process runs and over its restarts. */
@Tag("C6")
class ChoicesTest extends DeploymentTrial {
    private static final TestJar ONE = plugin("one", "1.0.0");

    private static TestJar plugin(String name, String version) {
        return TestJar.of(name, version).with("Service-Component", "OSGI-INF/none.xml");
    }

    @Test
    void whatIsDisabledStopsAndRunsAgainWhenItIsEnabled() throws Exception {
        ONE.putAt(deployment.file("one.jar"));
        deployment.awaitRunning("one", "1.0.0");
        assertThat(deployment.settled("one", ENABLED).state()).isEqualTo(PluginState.ENABLED);

        deployment.choose("one", DISABLED);
        assertThat(deployment.settled("one", DISABLED).state()).isEqualTo(PluginState.DISABLED);
        assertThat(deployment.plugin("one").map(Bundle::getState)).contains(Bundle.RESOLVED);

        deployment.choose("one", ENABLED);
        deployment.settled("one", ENABLED);
        assertThat(deployment.runs("one", "1.0.0")).isTrue();
    }

    @Test
    void theChoiceOutlivesRestarts() throws Exception {
        ONE.putAt(deployment.file("one.jar"));
        deployment.choose("one", DISABLED);
        deployment.settled("one", DISABLED);

        restart();
        assertThat(deployment.runs("one", "1.0.0")).isFalse();
        assertThat(deployment.installed().all())
                .extracting(InstalledPlugin::state)
                .containsExactly(PluginState.DISABLED);

        deployment.choose("one", ENABLED);
        deployment.settled("one", ENABLED);
        restart();
        assertThat(deployment.runs("one", "1.0.0")).isTrue();
    }

    @Test
    void theChoiceOutlivesUpgradesAndBeingRemoved() throws Exception {
        ONE.putAt(deployment.file("one.jar"));
        deployment.choose("one", DISABLED);
        deployment.settled("one", DISABLED);

        plugin("one", "2.0.0").putAt(deployment.file("one.jar"));
        deployment.awaitLookedAt();
        assertThat(deployment.settled("one", DISABLED).version()).isEqualTo("2.0.0");
        assertThat(deployment.runs("one", "2.0.0")).isFalse();

        Files.delete(deployment.file("one.jar"));
        deployment.awaitGone("one");
        plugin("one", "3.0.0").putAt(deployment.file("one-3.jar"));
        deployment.awaitLookedAt();
        assertThat(deployment.runs("one", "3.0.0")).isFalse();

        deployment.choose("one", ENABLED);
        deployment.awaitRunning("one", "3.0.0");
    }

    @Test
    void ofTwoVersionsInTheMiddleOfAnUpgradeTheLaterOneRuns() throws Exception {
        TestJar serving = ONE.with("NPanel-Actions", "thing.*");
        serving.putAt(deployment.file("one-1.jar"));
        deployment.awaitRunning("one", "1.0.0");

        serving.with("Bundle-Version", "2.0.0").putAt(deployment.file("one-2.jar"));

        deployment.awaitLookedAt();
        Bundle old = deployment.framework().getBundleContext().getBundle(location("one-1.jar"));
        Bundle late = deployment.framework().getBundleContext().getBundle(location("one-2.jar"));
        assertThat(old.getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(late.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(deployment.installed().all())
                .extracting(InstalledPlugin::version)
                .containsExactly("2.0.0");
    }

    private String location(String file) {
        return PluginJar.location(deployment.file(file));
    }

    @Test
    void othersMayUseThePackagesOfWhatIsDisabled() throws Exception {
        ONE.with("Export-Package", "some.contract").putAt(deployment.file("one.jar"));
        deployment.choose("one", DISABLED);
        TestJar.of("consumer", "1.0.0").with("Import-Package", "some.contract").putAt(deployment.file("consumer.jar"));

        deployment.awaitRunning("consumer", "1.0.0");

        assertThat(deployment.runs("one", "1.0.0")).isFalse();
    }

    @Test
    void whatOnlyOthersNeedIsNoPlugin() throws Exception {
        TestJar.of("contract", "1.0.0").with("Export-Package", "some.contract").putAt(deployment.file("contract.jar"));
        ONE.with("Fragment-Host", "contract")
                .with("Bundle-SymbolicName", "joins")
                .putAt(deployment.file("fragment.jar"));
        deployment.choose("contract", DISABLED);

        deployment.awaitRunning("contract", "1.0.0");
        assertThat(deployment.installed().all()).isEmpty();
    }

    @Test
    void tellsWhyAPluginDoesNotRun() throws Exception {
        ONE.with("Import-Package", "nobody.has").putAt(deployment.file("one.jar"));
        plugin("two", "1.0.0").with("Bundle-Activator", "no.such.Class").putAt(deployment.file("two.jar"));

        deployment.awaitLookedAt();

        InstalledPlugin lacking = deployment.settled("one", ENABLED);
        assertThat(lacking.state()).isEqualTo(PluginState.FAILED);
        assertThat(lacking.reason())
                .startsWith("Something that it needs is not installed")
                .contains("nobody.has");
        InstalledPlugin broken = deployment.settled("two", ENABLED);
        assertThat(broken.state()).isEqualTo(PluginState.FAILED);
        assertThat(broken.reason()).contains("no.such.Class");
    }

    @Test
    void tellsWhatPluginsDeclare() throws Exception {
        ONE.with("NPanel-Actions", "b.*, a.thing.do")
                .with("NPanel-Paths", "/etc/one/")
                .with("NPanel-Units", "one.service")
                .with("NPanel-Programs", "/usr/bin/one")
                .with("NPanel-Effects", "one.state")
                .putAt(deployment.file("one.jar"));

        var declared = deployment.settled("one", ENABLED).declaration();

        assertThat(declared.actions()).containsExactly("a.thing.do", "b.*");
        assertThat(declared.paths()).containsExactly("/etc/one/");
        assertThat(declared.units()).containsExactly("one.service");
        assertThat(declared.programs()).containsExactly("/usr/bin/one");
        assertThat(declared.effects()).containsExactly("one.state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "enabled", "enabled\nenabled\n", "ENABLED\n", "disabled\n", "\0"})
    void aFileThatDoesNotClearlyEnableItDisablesIt(String content) throws Exception {
        TestJar.put(deployment.choice("one"), content.getBytes(StandardCharsets.UTF_8), "rw-r--r--");
        ONE.putAt(deployment.file("one.jar"));

        deployment.settled("one", DISABLED);
    }

    @Test
    void aFileThatOthersMayWriteDisablesIt() throws Exception {
        TestJar.put(deployment.choice("one"), ENABLED.content().getBytes(StandardCharsets.UTF_8), "rw-rw-rw-");
        Files.createDirectory(deployment.choice("two"));
        Files.createSymbolicLink(deployment.choice("three"), deployment.choice("nowhere"));
        for (String name : List.of("one", "two", "three")) {
            plugin(name, "1.0.0").putAt(deployment.file(name + ".jar"));

            deployment.settled(name, DISABLED);
        }
    }

    @Test
    void nobodyWaitsForEver() throws Exception {
        ONE.putAt(deployment.file("one.jar"));
        InstalledPlugin plugin = deployment.settled("one", ENABLED);

        assertThat(deployment.installed().await(Map.of(plugin.name(), DISABLED), Duration.ofMillis(1)))
                .isFalse();
    }
}
