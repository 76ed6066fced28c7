package dev.npanel.channel.frame;

import dev.npanel.channel.json.Json;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The JSON of a request or an answer, not yet read: which class it belongs to is known only by whoever serves the action.
 * Immutable.
 */
public final class Body {
    /** An object without fields. */
    public static final Body EMPTY = new Body(new byte[] {'{', '}'}, 0, 2);

    private final byte[] json;
    private final int start;
    private final int length;

    private Body(byte[] json, int start, int length) {
        this.json = json;
        this.start = start;
        this.length = length;
    }

    /** The value as JSON. */
    public static Body of(Json form, Object value) {
        byte[] json = form.write(value);
        return new Body(json, 0, json.length);
    }

    /** JSON that stands somewhere in an array, which is taken over and must not change any more. */
    public static Body within(byte[] json, int start, int end) {
        return new Body(json, start, end - start);
    }

    /**
     * The value, rebuilt and checked.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code INVALID} when the JSON is no such value
     */
    public <T> T read(Json form, Class<T> type) {
        return form.read(json, start, length, type);
    }

    /** How many bytes of JSON. */
    public int length() {
        return length;
    }

    /** Writes the JSON as it is. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(json, start, length);
    }

    /** The size only: what is in it may be secret. */
    @Override
    public String toString() {
        return length + " bytes of JSON";
    }
}
