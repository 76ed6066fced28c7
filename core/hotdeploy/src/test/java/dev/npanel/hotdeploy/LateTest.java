package dev.npanel.hotdeploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.PluginName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plugin that is seldom asked for does not keep the process from serving. */
@Tag("C6")
class LateTest extends DeploymentTrial {
    @Test
    void theOthersServeBeforeItStarts() throws Exception {
        Path folder = Files.createDirectory(place.resolve("more")).toRealPath();
        Owners owners = Owners.of(folder);
        List<PluginJar> jars = new ArrayList<>();
        for (TestJar jar : List.of(plugin("alpha").with("NPanel-Start", "late"), plugin("omega"))) {
            Path file = folder.resolve(jar.headers().get("Bundle-SymbolicName") + ".jar");
            jar.putAt(file);
            jars.add(PluginJar.of(file, owners).orElseThrow());
        }
        Snapshot snapshot = new Snapshot();
        List<Boolean> seen = new ArrayList<>();
        new Plugins(deployment.framework().getBundleContext(), new Choices(folder, owners), snapshot)
                .become(
                        jars,
                        () -> seen.addAll(
                                List.of(deployment.runs("omega", "1.0.0"), deployment.runs("alpha", "1.0.0"))),
                        () -> true);
        assertThat(seen).containsExactly(true, false);
        assertThat(deployment.runs("alpha", "1.0.0")).isTrue();
        assertThat(snapshot.all())
                .extracting(InstalledPlugin::name)
                .containsExactly(new PluginName("alpha"), new PluginName("omega"));
        assertThat(snapshot.all()).extracting(InstalledPlugin::reason).containsOnlyNulls();
    }

    @Test
    void isNotStartedInAProcessThatStops() throws Exception {
        Path folder = Files.createDirectory(place.resolve("more")).toRealPath();
        Owners owners = Owners.of(folder);
        Path file = folder.resolve("alpha.jar");
        plugin("alpha").with("NPanel-Start", "late").putAt(file);
        new Plugins(deployment.framework().getBundleContext(), new Choices(folder, owners), new Snapshot())
                .become(PluginJar.of(file, owners).stream().toList(), () -> {}, () -> false);
        assertThat(deployment.plugin("alpha")).isPresent();
        assertThat(deployment.runs("alpha", "1.0.0")).isFalse();
    }

    private static TestJar plugin(String name) {
        return TestJar.of(name, "1.0.0").with("NPanel-Actions", name + ".*");
    }
}
