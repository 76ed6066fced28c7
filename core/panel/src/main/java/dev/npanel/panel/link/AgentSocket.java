package dev.npanel.panel.link;

import dev.npanel.api.account.UnixAccounts;
import dev.npanel.api.account.UnixAccounts.ReadUnixAccount;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.channel.client.ChannelClient;
import dev.npanel.channel.client.Reply;
import dev.npanel.channel.client.Request;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The connection to the agent: {@code npanel.socket}, by default {@code /run/npanel/agent.sock}. An OSGi service of the core,
 * so that whoever wants to know whether the agent is there looks at the very connection that calls use; thread-safe.
 */
@Component(service = AgentSocket.class)
public final class AgentSocket implements AutoCloseable {
    private static final String PROPERTY = "npanel.socket";
    private static final String DEFAULT = "/run/npanel/agent.sock";

    private static final AccountName PANEL = new AccountName("npanel");
    private static final Duration PROBE = Duration.ofSeconds(1);

    private final ChannelClient client;
    private final Json json = Json.wire();

    @Activate
    public AgentSocket(BundleContext context) {
        this(Path.of(Objects.requireNonNullElse(context.getProperty(PROPERTY), DEFAULT)));
    }

    public AgentSocket(Path socket) {
        this.client = new ChannelClient(socket);
    }

    /** Calls and waits for the answer. */
    Reply call(Request request, Duration deadline) {
        return client.call(request, deadline);
    }

    /** Whether the agent answers; asks it something only when there is no connection. */
    public boolean reachable() {
        if (client.connected()) {
            return true;
        }
        Caller panel = new Caller(PANEL, Role.ADMINISTRATOR, "panel", "health");
        Body question = Body.of(json, new ReadUnixAccount(PANEL));
        try {
            call(
                    new Request(
                            UnixAccounts.READ.name(),
                            UnixAccounts.READ.version(),
                            panel,
                            false,
                            question,
                            Attachments.NONE),
                    PROBE);
            return true;
        } catch (ProblemException answer) {
            return answer.problem().kind() != ProblemKind.UNAVAILABLE;
        }
    }

    @Deactivate
    @Override
    public void close() {
        client.close();
    }
}
