package dev.npanel.agent.dispatch;

import dev.npanel.agent.audit.AuditEvent;
import dev.npanel.agent.audit.AuditTrail;
import dev.npanel.agent.engine.Changed;
import dev.npanel.agent.engine.Deadline;
import dev.npanel.agent.engine.Engine;
import dev.npanel.agent.engine.Order;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.server.CallHandler;
import dev.npanel.channel.server.Peer;
import dev.npanel.channel.server.Replies;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Serves calls: finds the action, rebuilds the request, has the engine do it, and writes down before and after what happens.
 * This is one of the two edges of the agent: whatever is thrown below becomes a problem here. Thread-safe.
 */
public final class Dispatcher implements CallHandler {
    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int RETRY = 5;

    private final Registry registry;
    private final Engine engine;
    private final AuditTrail audit;
    private final InFlight inFlight;
    private final Incidents incidents = new Incidents();

    public Dispatcher(Registry registry, Engine engine, AuditTrail audit, InFlight inFlight) {
        this.registry = registry;
        this.engine = engine;
        this.audit = audit;
        this.inFlight = inFlight;
    }

    @Override
    public void handle(Frame.Call call, Peer peer, Replies replies) {
        try (InFlight.Entry served = inFlight.enter()) {
            serve(call, served, replies);
        } catch (RuntimeException | Error failure) {
            Problem problem = incidents.problem(name(call), failure);
            note(AuditEvent.outcome(name(call), null, call.caller(), null, problem.code()));
            replies.failure(problem);
        }
    }

    private void serve(Frame.Call call, InFlight.Entry served, Replies replies) {
        Registration<?, ?> registration = registry.named(call.action());
        if (!registration.type().version().serves(call.contract())) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "contract.version",
                            "The agent serves " + registration.type().version() + " of this contract only.")
                    .asException();
        }
        Deadline deadline = Deadline.after(replies.remaining());
        served.passTo(registration.plugin(), deadline);
        // Who goes is waited for from here on, and gets no call after.
        registry.require(registration);
        serve(registration, call, deadline, replies);
    }

    private <I extends Record & Scoped, O extends Record> void serve(
            Registration<I, O> registration, Frame.Call call, Deadline deadline, Replies replies) {
        I request = registration.request(call.input());
        Order<I, O> order = registration.order(request, call.caller(), deadline);
        String scope = request.scope().toString();
        intend(registration, AuditEvent.intent(call.action(), scope, call.caller()));
        try {
            perform(registration, order, call, scope, replies);
        } catch (RuntimeException | Error failure) {
            Problem problem = incidents.problem(call.action(), failure);
            note(AuditEvent.outcome(call.action(), scope, call.caller(), null, problem.code()));
            replies.failure(problem);
        }
    }

    private <I extends Record & Scoped, O extends Record> void perform(
            Registration<I, O> registration, Order<I, O> order, Frame.Call call, String scope, Replies replies) {
        if (call.dryRun()) {
            ChangePreview preview = registration.onlyLooks() ? new ChangePreview(List.of()) : engine.preview(order);
            note(AuditEvent.outcome(call.action(), scope, call.caller(), null, "previewed"));
            replies.preview(preview);
        } else if (registration.onlyLooks()) {
            O answer = engine.read(order);
            note(AuditEvent.outcome(call.action(), scope, call.caller(), null, "ok"));
            replies.result(null, registration.body(answer));
        } else {
            Changed<O> changed = engine.change(order);
            String id = changed.change() == null ? null : changed.change().text();
            note(AuditEvent.outcome(call.action(), scope, call.caller(), id, "ok"));
            replies.result(changed.change(), registration.body(changed.answer()));
            settleTrail();
        }
    }

    /** Nothing is changed that is not written down before. */
    private void intend(Registration<?, ?> registration, AuditEvent intent) {
        if (registration.onlyLooks()) {
            note(intent);
            return;
        }
        try {
            audit.addSafely(intent);
        } catch (IOException unwritable) {
            throw new ProblemException(
                    Problem.unavailable("audit.away", "The audit trail cannot be written; nothing was changed.", RETRY),
                    unwritable);
        }
    }

    private void note(AuditEvent event) {
        try {
            audit.add(event);
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "not in the audit trail: " + event, unwritable);
        }
    }

    /** After the answer: the change is committed, and its intent on disk, so that nobody has to wait for how it ended. */
    private void settleTrail() {
        try {
            audit.settle();
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "the audit trail may not be on disk", unwritable);
        }
    }

    /** The action's name, when what was sent is one at all. */
    private static String name(Frame.Call call) {
        return Permission.isName(call.action()) ? call.action() : "(no name)";
    }
}
