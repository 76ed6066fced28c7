package dev.npanel.agent.boot;

import dev.npanel.agent.audit.AuditEvent;
import dev.npanel.agent.audit.AuditEvent.Event;
import dev.npanel.agent.audit.AuditTrail;
import dev.npanel.channel.server.ChannelEvents;
import dev.npanel.channel.server.Peer;
import dev.npanel.channel.server.Refusal;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Writes down what is refused at the socket. */
final class SocketWatch implements ChannelEvents {
    private static final System.Logger LOG = System.getLogger(SocketWatch.class.getName());

    private final AuditTrail audit;

    SocketWatch(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public void refused(@Nullable Peer peer, Refusal refusal, String detail) {
        String who = peer == null ? "unknown peer" : peer.toString();
        try {
            audit.add(new AuditEvent(Event.REFUSED, null, null, null, null, refusal.name(), who + ": " + detail));
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "not in the audit trail: refused " + refusal + " of " + who, unwritable);
        }
    }

    @Override
    public void failed(Peer peer, String action, String incident, Throwable cause) {
        LOG.log(Level.ERROR, "incident " + incident + " in " + action, cause);
    }
}
