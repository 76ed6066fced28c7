package dev.npanel.agent.dispatch;

import dev.npanel.agent.engine.Deadline;
import dev.npanel.agent.engine.Order;
import dev.npanel.agent.engine.Permit;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Scoped;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.json.Json;
import dev.npanel.host.action.Action;

/**
 * An action that can be called.
 *
 * @param plugin the symbolic name of its bundle
 * @param permit what its plans may do
 */
record Registration<I extends Record & Scoped, O extends Record>(
        Action<I, O> action, ActionType<I, O> type, String plugin, Permit permit) {

    /** The request, rebuilt with the class that is registered here, whatever the sender thinks it is. */
    I request(Body body) {
        return body.read(Json.wire(), type.input());
    }

    /** The answer as it goes out over HTTP, too, so that the panel can pass it on as it is: with null, and without any secret. */
    Body body(O answer) {
        return Body.of(Json.rest(), answer);
    }

    Order<I, O> order(I request, Caller caller, Deadline deadline) {
        return new Order<>(action, request, plugin, permit, caller, deadline);
    }

    boolean onlyLooks() {
        return type.effect() == ActionType.Effect.READ;
    }
}
