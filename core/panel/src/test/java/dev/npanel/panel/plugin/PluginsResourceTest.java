package dev.npanel.panel.plugin;

import static dev.npanel.api.plugin.PluginChoice.DISABLED;
import static dev.npanel.api.plugin.PluginChoice.ENABLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.plugin.PluginState;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.plugin.PluginsResource.NewState;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Reply;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.List;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C6")
class PluginsResourceTest {
    private static final CallContext CONTEXT = TestPanel.as("root1", Role.ADMINISTRATOR);

    private final BothProcesses both = new BothProcesses();
    private final PluginsResource resource = new PluginsResource(both, both.panel(), both.agent());

    @BeforeAll
    static void jersey() {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }

    @Test
    void listsWhatBothProcessesHave() {
        List<PluginView> all = resource.list(CONTEXT).items();

        assertThat(all)
                .extracting(PluginView::name)
                .containsExactly("kind.backend", "kind.panel", "npanel.agent", "npanel.panel", "vendor.both");
        assertThat(all).extracting(PluginView::core).containsExactly(false, false, true, true, false);
        assertThat(all)
                .extracting(view -> String.join(" ", view.processes()))
                .containsExactly("agent", "panel", "agent", "panel", "agent panel");
    }

    @Test
    void tellsWhatThePluginMayTouchAndWhatItServes() {
        PluginView backend = resource.read(CONTEXT, new PluginName("kind.backend"));

        assertThat(backend.state()).isEqualTo(PluginState.ENABLED);
        assertThat(backend.version()).isEqualTo("1.0.0");
        assertThat(backend.declaration()).isEqualTo(BothProcesses.DECLARATION);
        assertThat(resource.read(CONTEXT, new PluginName("kind.panel")).declaration())
                .isNull();
    }

    @Test
    void tellsWhyAPluginFails() {
        both.agentPlugins.replaceAll(
                plugin -> plugin.name().text().equals("kind.backend") ? plugin.failing("It lacks something.") : plugin);
        both.refusals = List.of("/api/things belongs to another one");

        PluginView backend = resource.read(CONTEXT, new PluginName("kind.backend"));
        assertThat(backend.state()).isEqualTo(PluginState.FAILED);
        assertThat(backend.reasons()).containsExactly("It lacks something.");
        PluginView refused = resource.read(CONTEXT, new PluginName("kind.panel"));
        assertThat(refused.state()).isEqualTo(PluginState.FAILED);
        assertThat(refused.reasons()).containsExactly("/api/things belongs to another one");
    }

    @Test
    void disablesInBothProcesses() {
        Response answer = set("vendor.both", DISABLED, null);

        assertThat(view(answer).state()).isEqualTo(PluginState.DISABLED);
        assertThat(answer.getHeaderString(Reply.CHANGE)).isEqualTo(BothProcesses.CHANGE.text());
        assertThat(both.agentPlugins).filteredOn(BothProcesses::isVendors).allMatch(BothProcesses::isDisabled);
        assertThat(both.panelPlugins).filteredOn(BothProcesses::isVendors).allMatch(BothProcesses::isDisabled);
    }

    @Test
    void oneTakesThePlaceOfAnother() {
        set("kind.backend", ENABLED, "vendor.both");

        assertThat(both.agentPlugins).filteredOn(BothProcesses::isVendors).allMatch(BothProcesses::isDisabled);
        assertThat(view(set("kind.backend", ENABLED, null)).state()).isEqualTo(PluginState.ENABLED);
    }

    @Test
    void aDryRunWaitsForNobody() {
        both.panelIsSlow = true;
        Response answer = resource.setState(
                TestPanel.dryRun(CONTEXT), new PluginName("vendor.both"), new NewState(DISABLED, null));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(both.panelPlugins).noneMatch(BothProcesses::isDisabled);
    }

    @Test
    void saysSoWhenThePanelIsNotDoneInTime() {
        both.panelIsSlow = true;

        assertThatThrownBy(() -> set("vendor.both", DISABLED, null)).hasMessageContaining("UNAVAILABLE plugin.slow");
    }

    @Test
    void saysSoWhenResourcesAreNotServedInTime() {
        both.mountingIsSlow = true;

        assertThatThrownBy(() -> set("vendor.both", DISABLED, null)).hasMessageContaining("UNAVAILABLE plugin.slow");
    }

    @Test
    void thePanelItselfStaysEnabled() {
        assertThatThrownBy(() -> set("npanel.panel", DISABLED, null)).hasMessageContaining("CONFLICT plugin.core");
        assertThatThrownBy(() -> set("kind.backend", ENABLED, "npanel.panel"))
                .hasMessageContaining("CONFLICT plugin.core");
        assertThat(both.agentPlugins).noneMatch(BothProcesses::isDisabled);
    }

    @Test
    void whatIsNotInstalledIsNotFound() {
        assertThatThrownBy(() -> resource.read(CONTEXT, new PluginName("no.such.plugin")))
                .hasMessageContaining("NOT_FOUND plugin.not-found");
        assertThatThrownBy(() -> set("no.such.plugin", DISABLED, null)).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void anotherOneCanOnlyBeDisabledForOneThatIsEnabled() {
        assertThatThrownBy(() -> set("kind.backend", DISABLED, "vendor.both")).hasMessageContaining("INVALID");
    }

    private Response set(String name, PluginChoice state, @Nullable String instead) {
        PluginName other = instead == null ? null : new PluginName(instead);
        return resource.setState(CONTEXT, new PluginName(name), new NewState(state, other));
    }

    private static PluginView view(Response answer) {
        return (PluginView) answer.getEntity();
    }
}
