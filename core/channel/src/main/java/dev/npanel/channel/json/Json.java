package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.npanel.api.value.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * JSON as both processes speak it. Only records, values and collections of them are read, and a body is checked as a
 * whole: everything that is missing, unknown, of the wrong type or refused by a value's constructor ends in one
 * {@code INVALID} problem that names each field by its path.
 *
 * <p>A mapper is thread-safe and keeps what it learns of classes: keep one per plugin and drop it with the plugin, or call
 * {@link ObjectMapper#clearCaches()} when a plugin goes.
 */
public final class Json {
    private Json() {}

    /** A new mapper for the socket and the journal; writes {@link dev.npanel.api.value.Secret secrets}. */
    public static ObjectMapper wire() {
        return new ObjectMapper();
    }

    /** A new mapper for HTTP; a secret in an answer is an error. */
    public static ObjectMapper rest() {
        return new ObjectMapper();
    }

    /** A new mapper for logs and audit trails; a secret is written as {@code "(secret)"}. */
    public static ObjectMapper audit() {
        return new ObjectMapper();
    }

    /**
     * Reads one value that fills the whole input.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code INVALID} when it is not JSON or not such a value
     */
    public static <T> T read(ObjectMapper mapper, byte[] json, Class<T> type) {
        try {
            return present(mapper.readValue(json, type));
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
        try {
            return present(mapper.readerFor(mapper.constructType(type))
                    .without(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .<@Nullable Object>readValue(json));
        } catch (JacksonException refused) {
            throw Refusals.of(refused);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The value in UTF-8. */
    public static byte[] write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("no JSON for " + value.getClass(), unwritable);
        }
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw Text.refuse("must not be null");
        }
        return value;
    }
}
