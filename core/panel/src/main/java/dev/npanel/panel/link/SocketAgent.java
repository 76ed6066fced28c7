package dev.npanel.panel.link;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.ActionType.Effect;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.channel.client.Reply;
import dev.npanel.channel.client.Request;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.json.Json;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Forwarded;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.rest.CallContext;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Calls over the socket: gate, audit, frame, answer, audit. What changes the host is announced in the trail before it leaves;
 * what only looks leaves one line, when it is over.
 */
@Component(service = Agent.class)
public final class SocketAgent implements Agent {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int SLOWEST_BYTES_PER_SECOND = 100_000;

    private final Gate gate;
    private final AuditLog audit;
    private final AgentSocket socket;
    private final Json json = Json.wire();

    @Activate
    public SocketAgent(@Reference Gate gate, @Reference AuditLog audit, @Reference AgentSocket socket) {
        this.gate = gate;
        this.audit = audit;
        this.socket = socket;
    }

    @Override
    public <I extends Record & Scoped, O extends Record> Outcome<O> call(
            CallContext context, ActionType<I, O> action, I request) {
        return call(context, action, request, body -> value(action, body));
    }

    @Override
    public <I extends Record & Scoped, O extends Record> Forwarded<O> forward(
            CallContext context, ActionType<I, O> action, I request) {
        return call(new CallContext(context.caller(), false), action, request, Forwarded<O>::new)
                .value();
    }

    /** @param answer what becomes of the answer's body */
    private <I extends Record & Scoped, O extends Record> Outcome<O> call(
            CallContext context, ActionType<I, ?> action, I request, Function<Body, O> answer) {
        String target = request.scope().toString();
        try {
            gate.check(context.caller(), action.permission(), request.scope());
        } catch (ProblemException refused) {
            audit.note(Actor.of(context.caller()), action.name(), target, AuditLog.outcome(refused.problem()));
            throw refused;
        }
        Supplier<Outcome<O>> sending = () -> send(context, action, request, answer);
        return action.effect() == Effect.READ || context.dryRun()
                ? look(context, action.name(), target, sending)
                : change(context, action.name(), target, sending);
    }

    private <O extends Record> Outcome<O> look(
            CallContext context, String action, String target, Supplier<Outcome<O>> sending) {
        String outcome = "FAILED";
        try {
            Outcome<O> result = sending.get();
            outcome = "ok";
            return result;
        } catch (ProblemException refused) {
            outcome = AuditLog.outcome(refused.problem());
            throw refused;
        } finally {
            audit.note(Actor.of(context.caller()), action, target, context.dryRun() ? outcome + " (dry run)" : outcome);
        }
    }

    private <O extends Record> Outcome<O> change(
            CallContext context, String action, String target, Supplier<Outcome<O>> sending) {
        AuditLog.Intent intent = audit.intent(Actor.of(context.caller()), action, target);
        String outcome = "FAILED";
        @Nullable ChangeId change = null;
        try {
            Outcome<O> result = sending.get();
            outcome = "ok";
            change = result instanceof Outcome.Done<O> done ? done.change() : null;
            return result;
        } catch (ProblemException refused) {
            outcome = AuditLog.outcome(refused.problem());
            throw refused;
        } finally {
            audit.outcome(intent, outcome, change == null ? null : change.text());
        }
    }

    private <I extends Record & Scoped, O extends Record> Outcome<O> send(
            CallContext context, ActionType<I, ?> action, I request, Function<Body, O> answer) {
        boolean dryRun = context.dryRun() && action.effect() == Effect.CHANGE;
        Body body = Body.of(json, request);
        Reply reply = socket.call(
                new Request(action.name(), action.version(), context.caller(), dryRun, body, Attachments.NONE),
                DEADLINE.plusSeconds(body.length() / SLOWEST_BYTES_PER_SECOND));
        if (reply instanceof Reply.Preview preview) {
            return new Outcome.Preview<>(preview.preview());
        }
        Reply.Done done = (Reply.Done) reply;
        try {
            return new Outcome.Done<>(answer.apply(done.output()), done.change());
        } finally {
            done.files().close();
        }
    }

    /** An answer that is not what the contract says is the agent's fault, not the client's. */
    private <O extends Record> O value(ActionType<?, O> action, Body answer) {
        try {
            return answer.read(json, action.output());
        } catch (ProblemException broken) {
            Problem problem = broken.problem();
            throw new IllegalStateException("the agent's answer to " + action + " cannot be read: " + problem, broken);
        }
    }
}
