package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * dashes.
 *
 * <p>A mapper is thread-safe. The methods here keep nothing of a class anywhere but with the class itself, so one mapper may
 * serve plugins that come and go; what {@link ObjectMapper} does by its own methods it remembers until
 * {@link ObjectMapper#clearCaches()}. A mapper is not made in passing: it costs more than most bodies.
 */
public final class Json {
    private Json() {}

    /** A new mapper for the socket and the journal; writes {@link dev.npanel.api.value.Secret secrets}, leaves null out. */
    public static ObjectMapper wire() {
        return Mappers.wire();
    }

    /**
     * A new mapper for HTTP. A secret in an answer is an error; null is written; text with control characters other than tab
     * and line ends is refused in every field.
     */
    public static ObjectMapper rest() {
        return Mappers.rest();
    }

    /** A new mapper for logs and audit trails; a secret is written as {@code "(secret)"}, null is left out. */
    public static ObjectMapper audit() {
        return Mappers.audit();
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
    public static <T> T read(ObjectMapper mapper, byte[] json, Class<T> type) {
        return read(mapper, json, 0, json.length, type);
    }

    /** As {@link #read(ObjectMapper, byte[], Class)}, for {@code length} bytes from {@code start} on. */
    public static <T> T read(ObjectMapper mapper, byte[] json, int start, int length, Class<T> type) {
        try (JsonParser parser = mapper.createParser(json, start, length)) {
            return type.cast(Bodies.read(mapper, parser, type));
        } catch (IOException refused) {
            throw Refusals.of(refused);
        }
    }

    /**
     * As {@link #read(ObjectMapper, byte[], Class)}, for types with arguments and from a stream, which stays open.
     *
     * @throws UncheckedIOException when the stream cannot be read
     */
    public static Object read(ObjectMapper mapper, InputStream json, Type type) {
        try (JsonParser parser = mapper.createParser(json).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            return Bodies.read(mapper, parser, type);
        } catch (JacksonException refused) {
            throw Refusals.of(refused);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The value in UTF-8.
     *
     * @throws IllegalArgumentException when the value cannot be written; a mistake of the program
     */
    public static byte[] write(ObjectMapper mapper, Object value) {
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        try (JsonGenerator out = mapper.createGenerator((OutputStream) bytes)) {
            new ValueWriter(Settings.of(mapper).nulls()).write(value, out);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("no JSON for " + value.getClass(), unwritable);
        }
        return bytes.toByteArray();
    }
}
