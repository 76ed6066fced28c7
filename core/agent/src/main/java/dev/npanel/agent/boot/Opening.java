package dev.npanel.agent.boot;

import dev.npanel.api.plugin.PluginsStarted;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens the agent when it has taken in all that installed plugins bring, so that what was cut off can be undone before anybody
 * calls, and who is let in finds everything there.
 */
@Component(
        immediate = true,
        service = {})
public final class Opening {
    @Activate
    public Opening(@Reference AgentComponent agent, @Reference PluginsStarted plugins) throws IOException {
        agent.open();
    }
}
