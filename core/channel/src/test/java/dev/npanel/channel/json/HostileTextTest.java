package dev.npanel.channel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.Violation;
import dev.npanel.channel.json.Samples.Entry;
import dev.npanel.channel.json.Samples.Kind;
import dev.npanel.channel.json.Samples.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that other panels fell over (ADVISORIES 1, 4, 30, 62): refused by the codec, or carried as what it is. */
class HostileTextTest {
    private final Json rest = Json.rest();
    private final Json wire = Json.wire();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "a\\u0000b",
                "\\u0007",
                "\\u001b[31m",
                "\\b",
                "\\f",
                "\\u007f",
                "\\u0085",
                "\\u009b",
                "\u0085",
                "\\u0001"
            })
    void refusesControlCharactersInEveryTextFromPeople(String escaped) {
        assertThat(violation(rest, escaped)).isEqualTo(new Violation("text", "must not contain control characters"));
        assertThatCode(() -> wire.read(body(escaped), Line.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "a\\ud83d", "\\ud83dx"})
    void refusesLoneSurrogatesEverywhere(String escaped) {
        assertThat(violation(rest, escaped)).isEqualTo(new Violation("text", "must be valid Unicode"));
        assertThat(violation(wire, escaped)).isEqualTo(new Violation("text", "must be valid Unicode"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "a\nb", "\u0000", "\t"})
    void refusesBareControlCharacters(String bare) {
        assertThat(violation(rest, bare).rule()).startsWith("must be one well-formed JSON value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE account; --",
                "$(id)",
                "`id`",
                "../../etc/passwd",
                "<script>alert(1)</script>",
                "\u202egnp.exe",
                "\u0430dmin",
                "line\\nline",
                "tab\\there",
                "\\ud83d\\ude00",
                "%0d%0a",
                "-rf",
                "\\u2028"
            })
    void carriesTheRestUnchanged(String escaped) {
        Line line = rest.read(body(escaped), Line.class);
        assertThat(wire.read(wire.write(line), Line.class)).isEqualTo(line);
        assertThat(rest.read(rest.write(line), Line.class)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nat\u0131ve", "NAT\u0130VE", "nat\u0456ve", "NATIVE\\u0000", " native", ""})
    void takesNoLookAlikeForAConstant(String hostile) {
        record OneOf(Kind kind) {}
        byte[] json = ("{\"kind\":\"" + hostile + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(ProblemException.class, () -> rest.read(json, OneOf.class)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {65_536, 1_000_000})
    void carriesLongTextAndLeavesItsLengthToTheType(int length) {
        Line line = rest.read(body("x".repeat(length)), Line.class);
        assertThat(line.text()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00c0\u0080",
                "\u00ed\u00a0\u0080",
                "\u00f8\u0088\u0080\u0080\u0080",
                "\u00f5\u0080\u0080\u0080"
            })
    void refusesWhatUtf8DoesNotAllow(String bytes) {
        byte[] json = ("{\"text\":\"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(ProblemException.class, () -> rest.read(json, Line.class)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\\u0000value"})
    void neverEchoesWhatItRefuses(String hostile) {
        byte[] json = ("{\"name\":\"" + hostile + "\",\"content\":7,\"ttl\":\"" + hostile + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> rest.read(json, Entry.class));
        assertThat(refused).hasMessageNotContaining("secret");
        assertThat(refused.problem().violations())
                .extracting(Violation::field)
                .isEqualTo(List.of("name", "content", "ttl"));
    }

    private static Violation violation(Json form, String escaped) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> form.read(body(escaped), Line.class));
        assertThat(refused).as(escaped).isNotNull();
        return refused.problem().violations().get(0);
    }

    private static byte[] body(String escaped) {
        return ("{\"text\":\"" + escaped + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
