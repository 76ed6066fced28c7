package dev.npanel.testkit.plugin;

import static dev.npanel.api.plugin.PluginChoice.DISABLED;
import static dev.npanel.api.plugin.PluginChoice.ENABLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.agent.plugin.PluginActions;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginDeclaration;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.plugin.PluginState;
import dev.npanel.api.plugin.Plugins;
import dev.npanel.api.plugin.Plugins.ListPlugins;
import dev.npanel.api.plugin.Plugins.PluginList;
import dev.npanel.api.plugin.Plugins.SetPluginState;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.step.Content;
import dev.npanel.testkit.host.MemoryHost;
import dev.npanel.testkit.plan.GoldenPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C6")
class PluginPlansTest {
    private static final String PANEL = "/usr/lib/npanel/panel/plugins/";

    private final MemoryHost host = new MemoryHost()
            .file("/var/lib/npanel/plugins/first.backend", "enabled\n")
            .file("/var/lib/npanel/plugins/second.backend", "disabled\n")
            .file(PANEL + "kind-1.jar", jar("kind", "Export-Package"))
            .file(PANEL + "kind.panel-1.jar", jar("kind.panel;singleton:=true", "Service-Component"))
            .file(PANEL + "rubbish.jar", "PK rubbish")
            .file(PANEL + "readme", "no jar");
    private final Installed installed = new Installed();
    private final Set<String> serving = new HashSet<>(Set.of("first.backend", "other.backend"));
    private final List<Action<?, ?>> actions =
            PluginActions.of(installed, plugin("npanel.agent", ENABLED, "unix.*", true), serving::contains);

    /** What the folder of the agent holds: all manifest. */
    private static final class Installed implements InstalledPlugins {
        private boolean done = true;

        @Override
        public List<InstalledPlugin> all() {
            return List.of(
                    plugin("first.backend", ENABLED, "thing.*", false),
                    plugin("other.backend", ENABLED, "other.*", false),
                    plugin("second.backend", DISABLED, "thing.part.do", false));
        }

        @Override
        public boolean await(Map<PluginName, PluginChoice> wanted, Duration patience) {
            return done;
        }
    }

    @Test
    void disablesAPluginOfTheAgent() {
        golden("disable.plan", set("first.backend", DISABLED, null));
    }

    @Test
    void disablesAPluginThatOnlyThePanelHas() {
        golden("disable-panel.plan", set("kind.panel", DISABLED, null));
    }

    @Test
    void oneTakesThePlaceOfTheOtherInOneChange() {
        golden("exchange.plan", set("second.backend", ENABLED, "first.backend"));
    }

    @Test
    void whatIsSoAlreadyIsNoChange() {
        assertThat(set("first.backend", ENABLED, null).steps()).isEmpty();
        assertThat(set("second.backend", DISABLED, null).steps()).isEmpty();
        assertThat(set("kind.panel", ENABLED, null).steps()).isEmpty();
    }

    @Test
    void refusesTwoThatServeTheSame() {
        assertThatThrownBy(() -> set("second.backend", ENABLED, null))
                .hasMessageContaining("CONFLICT plugin.rival")
                .hasMessageContaining("first.backend");
    }

    @Test
    void refusesToDisableWhatHasNothingToDoWithIt() {
        assertThatThrownBy(() -> set("second.backend", ENABLED, "other.backend"))
                .hasMessageContaining("CONFLICT plugin.no-rival");
        assertThatThrownBy(() -> set("kind.panel", ENABLED, "other.backend"))
                .hasMessageContaining("CONFLICT plugin.no-rival");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> set("first.backend", DISABLED, "second.backend"))
                .hasMessageContaining("INVALID");
        assertThatThrownBy(() -> set("first.backend", ENABLED, "first.backend")).hasMessageContaining("INVALID");
    }

    @Test
    void theAgentItselfStaysEnabled() {
        assertThatThrownBy(() -> set("npanel.agent", DISABLED, null)).hasMessageContaining("CONFLICT plugin.core");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.such.plugin", "kind", "kind.panel-1", "rubbish", "readme"})
    void refusesNamesOfNoPlugin(String name) {
        assertThatThrownBy(() -> set(name, DISABLED, null)).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> set("second.backend", ENABLED, name)).hasMessageContaining("NOT_FOUND");
    }

    /** ADVISORIES 20: a plugin's name is a name, whatever it is used for. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../passwd", "a/b", "/etc/passwd", "a..b", ".a", "a.", "a\nb", "a\0b", "a b", "ä"
            })
    void aNameCannotBeAPath(String name) {
        assertThatThrownBy(() -> new PluginName(name)).hasMessageContaining("INVALID");
    }

    @Test
    void answersWhatHasBecomeOfThem() {
        PluginList answer =
                set("second.backend", ENABLED, "first.backend").answer().apply(host);

        assertThat(answer.plugins())
                .extracting(plugin -> plugin.name().text())
                .containsExactly("first.backend", "second.backend");
    }

    @Test
    void saysSoWhenItIsNotDoneInTime() {
        installed.done = false;

        assertThatThrownBy(() -> set("first.backend", DISABLED, null).answer().apply(host))
                .hasMessageContaining("UNAVAILABLE plugin.slow");
    }

    @Test
    void listsTheAgentAndItsPluginsAndSeesWhichServeNothing() {
        serving.remove("other.backend");

        List<InstalledPlugin> all =
                plan(Plugins.LIST, new ListPlugins()).answer().apply(host).plugins();

        assertThat(all)
                .extracting(InstalledPlugin::state)
                .containsExactly(PluginState.ENABLED, PluginState.ENABLED, PluginState.FAILED, PluginState.DISABLED);
        assertThat(all.get(2).reason()).contains("serves none");
    }

    private static void golden(String file, Plan<?> plan) {
        new GoldenPlan(PluginPlansTest.class, file).mustBe(plan);
    }

    private Plan<PluginList> set(String name, PluginChoice state, @Nullable String instead) {
        PluginName other = instead == null ? null : new PluginName(instead);
        return plan(Plugins.STATE_SET, new SetPluginState(new PluginName(name), state, other));
    }

    @SuppressWarnings("unchecked")
    private <I extends Record & Scoped, O extends Record> Plan<O> plan(ActionType<I, O> type, I request) {
        return actions.stream()
                .filter(action -> action.type().equals(type))
                .map(action -> ((Action<I, O>) action).plan(request, host))
                .findAny()
                .orElseThrow();
    }

    private static InstalledPlugin plugin(String name, PluginChoice choice, String actions, boolean core) {
        PluginDeclaration declaration =
                new PluginDeclaration(List.of(actions), List.of(), List.of(), List.of(), List.of());
        return new InstalledPlugin(new PluginName(name), "1.0.0", choice, null, declaration, core);
    }

    private static Content jar(String symbolicName, String mark) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
        manifest.getMainAttributes().putValue(mark, "something");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            out.finish();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Content.of(bytes.toByteArray());
    }
}
