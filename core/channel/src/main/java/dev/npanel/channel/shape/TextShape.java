package dev.npanel.channel.shape;

import com.fasterxml.jackson.core.JsonToken;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.Secret;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type that is text in JSON. */
final class TextShape implements Shape {
    static final TextShape STRING = new TextShape((in, text) -> text);
    static final TextShape SECRET = new TextShape(TextShape::secret);
    static final TextShape INSTANT = parsed(Times::parse, "must be a time such as 2026-11-21T20:15:30Z");
    static final TextShape DURATION = parsed(Duration::parse, "must be a duration such as PT30S");
    static final TextShape BYTES = parsed(text -> Base64.getDecoder().decode(text), "must be base64");

    private final Reading reading;

    private TextShape(Reading reading) {
        this.reading = reading;
    }

    /** For a record with the one component {@code text}. */
    static TextShape value(Class<?> type) {
        Maker maker = new Maker(type, String.class);
        return new TextShape((in, text) -> maker.make(in, text));
    }

    /** For the names of an enum's constants; small letters are taken for capitals. */
    static TextShape constant(Class<?> type) {
        Map<String, Object> constants = Stream.of(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(each -> ((Enum<?>) each).name(), each -> each));
        String rule = "must be one of " + constants.keySet().stream().sorted().collect(Collectors.joining(", "));
        return new TextShape((in, text) -> {
            Object constant = constants.get(isAscii(text) ? text.toUpperCase(Locale.ROOT) : text);
            if (constant == null) {
                in.refuse(rule);
            }
            return constant;
        });
    }

    @Override
    public @Nullable Object read(Input in) throws IOException {
        return in.expect(JsonToken.VALUE_STRING, "must be text")
                ? convert(in, in.parser().getText())
                : null;
    }

    /** The value of this text; null when it was refused. */
    @Nullable
    Object convert(Input in, String text) {
        String rule = Characters.refusal(text, in.strict());
        if (rule != null) {
            in.refuse(rule);
            return null;
        }
        return reading.convert(in, text);
    }

    private static @Nullable Object secret(Input in, String text) {
        try {
            return new Secret(text);
        } catch (ProblemException refused) {
            in.refuse(refused.problem());
            return null;
        }
    }

    private static TextShape parsed(Function<String, Object> parser, String rule) {
        return new TextShape((in, text) -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException | IllegalArgumentException | ArithmeticException wrong) {
                in.refuse(rule);
                return null;
            }
        });
    }

    /** Capitals of other letters may be ASCII, as that of the dotless i: such a text is no name of ours. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(each -> each < 0x80);
    }

    private interface Reading {
        @Nullable
        Object convert(Input in, String text);
    }
}
