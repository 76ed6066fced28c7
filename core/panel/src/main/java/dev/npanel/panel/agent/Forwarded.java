package dev.npanel.panel.agent;

import dev.npanel.channel.frame.Body;
import dev.npanel.channel.json.Json;

/**
 * An answer of the agent's that goes to the client as it came: the panel neither takes it apart nor puts it together again, which
 * is most of what a page of 500 rows would cost it.
 *
 * @param type what is in it
 */
public record Forwarded<O extends Record>(Class<O> type, Body json) {
    /** One that the panel gives itself. */
    public static <O extends Record> Forwarded<O> of(Class<O> type, O answer) {
        return new Forwarded<>(type, Body.of(Json.rest(), answer));
    }

    /** What is in it, after all. */
    public O value() {
        return json.read(Json.wire(), type);
    }
}
