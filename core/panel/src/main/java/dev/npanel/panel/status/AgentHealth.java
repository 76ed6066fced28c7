package dev.npanel.panel.status;

import dev.npanel.panel.health.Health;
import dev.npanel.panel.health.HealthCheck;
import dev.npanel.panel.link.AgentSocket;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the agent answers. */
@Component
public final class AgentHealth implements HealthCheck {
    private final AgentSocket socket;

    @Activate
    public AgentHealth(@Reference AgentSocket socket) {
        this.socket = socket;
    }

    @Override
    public String name() {
        return "agent";
    }

    @Override
    public Health check() {
        return socket.reachable() ? Health.up("connected") : Health.degraded("the agent is away");
    }
}
