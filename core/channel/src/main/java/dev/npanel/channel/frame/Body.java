package dev.npanel.channel.frame;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.npanel.channel.json.Json;

/**
 * The JSON of a request or an answer, not yet read: which class it belongs to is known only by whoever serves the action.
 * Immutable.
 */
public final class Body {
    /** An object without fields. */
    public static final Body EMPTY = new Body(new byte[] {'{', '}'});

    private final byte[] json;

    Body(byte[] json) {
        this.json = json;
    }

    /** The value as JSON. */
    public static Body of(ObjectMapper mapper, Object value) {
        return new Body(Json.write(mapper, value));
    }

    /**
     * The value, rebuilt and checked.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code INVALID} when the JSON is no such value
     */
    public <T> T read(ObjectMapper mapper, Class<T> type) {
        return Json.read(mapper, json, type);
    }

    /** How many bytes of JSON. */
    public int length() {
        return json.length;
    }

    byte[] json() {
        return json;
    }

    /** The size only: what is in it may be secret. */
    @Override
    public String toString() {
        return json.length + " bytes of JSON";
    }
}
