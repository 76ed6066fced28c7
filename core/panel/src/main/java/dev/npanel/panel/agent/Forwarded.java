package dev.npanel.panel.agent;

import dev.npanel.channel.frame.Body;
import dev.npanel.channel.json.Json;

/**
 * An answer of the agent's that goes to the client as it came: the panel neither takes it apart nor puts it together again, which
 * is most of what a page of 500 rows would cost it.
 *
 * @param <O> what is in it: the description of the API says so
 */
@SuppressWarnings("UnusedTypeParameter")
public record Forwarded<O extends Record>(Body json) {
    /** One that the panel gives itself. */
    public static <O extends Record> Forwarded<O> of(O answer) {
        return new Forwarded<>(Body.of(Json.rest(), answer));
    }
}
