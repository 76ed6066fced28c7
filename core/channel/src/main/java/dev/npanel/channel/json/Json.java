package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.npanel.api.value.Text;
import dev.npanel.channel.shape.Input;
import dev.npanel.channel.shape.Shapes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * JSON as both processes speak it. Only records, values and collections of them are read, and a body is checked as a
 * whole: everything that is missing, unknown, of the wrong type or refused by a value's constructor ends in one
 * {@code INVALID} problem that names each field by its path.
 *
 * <p>How types look: a record is an object with its components as fields; one of them may be absent or null when it is
 * {@link Nullable} or an {@link java.util.Optional}, and absent when it is a list, set or map. A
 * {@link dev.npanel.api.value.TextValue} is its text, an enum its constant's name, {@code byte[]} base64, times and
 * durations are ISO 8601. A sealed interface of records has the field {@code type}: the record's name in small letters with
 * dashes. Everything else is a mistake of the program; an object that is no value is never written, whatever getters it has.
 *
 * <p>Thread-safe. Keeps nothing of a class anywhere but with the class itself, so that plugins may come and go.
 */
public final class Json {
    private static final int MEBIBYTE = 1 << 20;
    private static final Json WIRE = new Json(16 * MEBIBYTE, false, new ValueWriter(false, Secrets.WRITTEN));
    private static final Json JOURNAL = new Json(16 * MEBIBYTE, false, new ValueWriter(false, Secrets.REFUSED));
    private static final Json REST = new Json(MEBIBYTE, true, new ValueWriter(true, Secrets.REFUSED));
    private static final Json AUDIT = new Json(MEBIBYTE, false, new ValueWriter(false, Secrets.HIDDEN));

    private final JsonFactory factory;
    private final boolean strict;
    private final ValueWriter writer;

    private Json(int longestText, boolean strict, ValueWriter writer) {
        this.factory = Parsing.factory(longestText);
        this.strict = strict;
        this.writer = writer;
    }

    /** For the socket: writes {@link dev.npanel.api.value.Secret secrets}, leaves null out. */
    public static Json wire() {
        return WIRE;
    }

    /** For the journal: a secret is an error, and so ends the change that would have it written; null is left out. */
    public static Json journal() {
        return JOURNAL;
    }

    /**
     * For HTTP. A secret in an answer is an error; null is written; text with control characters other than tab and line ends is
     * refused in every field.
     */
    public static Json rest() {
        return REST;
    }

    /** For logs and audit trails: a secret is written as {@code "(secret)"}, null is left out. */
    public static Json audit() {
        return AUDIT;
    }

    /**
     * Looks at a class and every other that it leads to; for finding out when a plugin starts rather than with its first
     * request.
     *
     * @throws IllegalArgumentException when there is one that cannot be read
     */
    public static void verify(Class<? extends Record> type) {
        Shapes.of(type).verify(new HashSet<>());
    }

    /**
     * Reads one value that fills the whole input.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code INVALID} when it is not JSON or not such a value
     */
    public <T> T read(byte[] json, Class<T> type) {
        return read(json, 0, json.length, type);
    }

    /** As {@link #read(byte[], Class)}, for {@code length} bytes from {@code start} on. */
    public <T> T read(byte[] json, int start, int length, Class<T> type) {
        try (JsonParser parser = factory.createParser(json, start, length)) {
            return type.cast(read(parser, type));
        } catch (IOException refused) {
            throw Refusals.of(refused);
        }
    }

    /**
     * As {@link #read(byte[], Class)}, for types with arguments and from a stream, which stays open.
     *
     * @throws UncheckedIOException when the stream cannot be read
     */
    public Object read(InputStream json, Type type) {
        try (JsonParser parser = factory.createParser(json).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            return read(parser, type);
        } catch (JacksonException refused) {
            throw Refusals.of(refused);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Object read(JsonParser parser, Type type) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw Text.refuse("must be one well-formed JSON value in UTF-8");
        }
        Input in = new Input(parser, strict);
        Object value = null;
        if (first == JsonToken.VALUE_NULL) {
            in.refuse("must not be null");
        } else {
            value = Shapes.of(type).read(in);
        }
        if (parser.nextToken() != null) {
            in.refuse("must be one well-formed JSON value in UTF-8");
        }
        if (value == null || in.refusals() > 0) {
            throw in.problem();
        }
        return value;
    }

    /** A parser of these bytes, with the bounds that are set for everything. */
    public JsonParser parser(byte[] json) throws IOException {
        return factory.createParser(json);
    }

    /**
     * The value in UTF-8.
     *
     * @throws IllegalArgumentException when the value cannot be written; a mistake of the program
     */
    public byte[] write(Object value) {
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        try (JsonGenerator out = generator(bytes)) {
            write(value, out);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("no JSON for " + value.getClass(), unwritable);
        }
        return bytes.toByteArray();
    }

    /** Writes the value, or null, where a value belongs. */
    public void write(@Nullable Object value, JsonGenerator out) throws IOException {
        writer.write(value, out);
    }

    /** A generator of UTF-8. */
    public JsonGenerator generator(OutputStream bytes) throws IOException {
        return factory.createGenerator(bytes);
    }
}
