package dev.npanel.panel.jersey;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.Text;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers, truth values and the constants of enums in a path or a query as a JSON body has them. Jersey's own would take
 * {@code create=yes} for false, and digits of other scripts for a number.
 */
final class PlainParameters implements ParamConverterProvider {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Function<String, Object> TRUTH =
            one(Map.of("true", true, "false", false), "must be true or false");
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            boolean.class, TRUTH,
            Boolean.class, TRUTH,
            int.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE),
            Integer.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE),
            long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE),
            Long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));

    @Override
    @SuppressWarnings("unchecked") // as the reader of this type makes it
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Object> reader = type.isEnum() ? constants(type) : READERS.get(type);
        return reader == null ? null : new Converter<>(text -> (T) reader.apply(text));
    }

    private static Function<String, Object> constants(Class<?> type) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        return one(constants, "must be one of " + String.join(", ", new TreeSet<>(constants.keySet())));
    }

    private static Function<String, Object> one(Map<String, Object> known, String rule) {
        return text -> {
            Object value = known.get(text);
            if (value == null) {
                throw Text.refuse(rule);
            }
            return value;
        };
    }

    private static long whole(String text, long least, long most) {
        if (!WHOLE.matcher(text).matches()) {
            throw Text.refuse("must be a whole number");
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException large) {
            // as any other that is out of range
        }
        throw Text.refuse("must be a whole number from " + least + " to " + most);
    }

    private record Converter<T>(Function<String, T> reader) implements ParamConverter<T> {
        /** @throws ProblemException when it is no such value */
        @Override
        public @Nullable T fromString(@Nullable String text) {
            return text == null ? null : reader.apply(text);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
