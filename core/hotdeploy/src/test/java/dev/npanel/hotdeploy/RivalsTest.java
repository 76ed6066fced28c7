package dev.npanel.hotdeploy;

import static dev.npanel.api.plugin.PluginChoice.DISABLED;
import static dev.npanel.api.plugin.PluginChoice.ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of plugins that serve the same actions the one that was there first runs, whatever is restarted. */
@Tag("C6")
class RivalsTest extends DeploymentTrial {
    /** First in the order of names; so whoever runs instead of it came first. */
    private static final TestJar ALPHA = backend("alpha", "thing.*");

    private static final TestJar OMEGA = backend("omega", "thing.*");

    private static TestJar backend(String name, String actions) {
        return TestJar.of(name, "1.0.0").with("NPanel-Actions", actions);
    }

    private void assertOnlyOmegaRuns() {
        assertThat(deployment.runs("omega", "1.0.0")).isTrue();
        assertThat(deployment.runs("alpha", "1.0.0")).isFalse();
        assertThat(deployment.settled("alpha", DISABLED).reason()).contains("omega is enabled");
    }

    @Test
    void whoComesSecondIsDisabledAndStaysSo() throws Exception {
        OMEGA.putAt(deployment.file("omega.jar"));
        deployment.awaitRunning("omega", "1.0.0");

        ALPHA.putAt(deployment.file("alpha.jar"));
        deployment.awaitLookedAt();

        assertOnlyOmegaRuns();
        assertThat(deployment.choice("alpha")).hasContent("disabled");
        restart();
        assertOnlyOmegaRuns();
    }

    @Test
    void whoComesWhileTheProcessIsDownIsSecond() throws Exception {
        OMEGA.putAt(deployment.file("omega.jar"));
        deployment.awaitRunning("omega", "1.0.0");
        Path alpha = deployment.file("alpha.jar");
        deployment.close();

        ALPHA.putAt(alpha);
        deployment = new Deployment(place);
        deployment.awaitStarted();

        assertOnlyOmegaRuns();
    }

    @Test
    void ofTwoThatComeTogetherItIsAlwaysTheSame() throws Exception {
        Path omega = deployment.file("omega.jar");
        Path alpha = deployment.file("alpha.jar");
        deployment.close();
        OMEGA.putAt(omega);
        ALPHA.putAt(alpha);

        for (int i = 0; i < 3; i++) {
            deployment = new Deployment(place);
            deployment.awaitStarted();
            assertThat(deployment.runs("alpha", "1.0.0")).isTrue();
            assertThat(deployment.runs("omega", "1.0.0")).isFalse();
            deployment.close();
        }
        deployment = new Deployment(place);
    }

    @Test
    void whenBothAreEnabledWhoeverRunsGoesOn() throws Exception {
        OMEGA.putAt(deployment.file("omega.jar"));
        deployment.awaitRunning("omega", "1.0.0");
        ALPHA.putAt(deployment.file("alpha.jar"));
        deployment.settled("alpha", DISABLED);

        deployment.choose("alpha", ENABLED);
        deployment.awaitLookedAt();

        assertOnlyOmegaRuns();
        assertThat(deployment.choice("alpha")).hasContent("disabled");
    }

    @Test
    void oneTakesThePlaceOfTheOther() throws Exception {
        OMEGA.putAt(deployment.file("omega.jar"));
        deployment.awaitRunning("omega", "1.0.0");
        ALPHA.putAt(deployment.file("alpha.jar"));
        deployment.settled("alpha", DISABLED);

        deployment.choose("omega", DISABLED);
        deployment.choose("alpha", ENABLED);

        deployment.awaitRunning("alpha", "1.0.0");
        assertThat(deployment.runs("omega", "1.0.0")).isFalse();
        restart();
        assertThat(deployment.runs("alpha", "1.0.0")).isTrue();
        assertThat(deployment.runs("omega", "1.0.0")).isFalse();
    }

    @Test
    void theOtherGoingAwayEnablesNobody() throws Exception {
        OMEGA.putAt(deployment.file("omega.jar"));
        deployment.awaitRunning("omega", "1.0.0");
        ALPHA.putAt(deployment.file("alpha.jar"));
        deployment.settled("alpha", DISABLED);

        Files.delete(deployment.file("omega.jar"));
        deployment.awaitGone("omega");
        deployment.awaitLookedAt();

        assertThat(deployment.runs("alpha", "1.0.0")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "thing.*, thing.*, true",
        "thing.*, thing.part.do, true",
        "thing.part.do, thing.*, true",
        "thing.part.*, thing.*, true",
        "thing.part.do, thing.part.do, true",
        "thing.part.do, thing.part.look, false",
        "thing.*, things.part.do, false",
        "thing.*, other.*, false"
    })
    void rivalsAreThoseThatMayServeTheSameAction(String one, String other, boolean rivals) throws Exception {
        backend("one", one).putAt(deployment.file("one.jar"));
        deployment.awaitRunning("one", "1.0.0");

        backend("two", other).putAt(deployment.file("two.jar"));

        deployment.settled("two", rivals ? DISABLED : ENABLED);
        assertThat(deployment.runs("two", "1.0.0")).isNotEqualTo(rivals);
    }
}
