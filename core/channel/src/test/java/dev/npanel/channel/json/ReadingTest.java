package dev.npanel.channel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.problem.Violation;
import dev.npanel.channel.json.Samples.Circle;
import dev.npanel.channel.json.Samples.Drawing;
import dev.npanel.channel.json.Samples.Entry;
import dev.npanel.channel.json.Samples.Everything;
import dev.npanel.channel.json.Samples.Fussy;
import dev.npanel.channel.json.Samples.Leads;
import dev.npanel.channel.json.Samples.RightTriangle;
import dev.npanel.channel.json.Samples.Tree;
import dev.npanel.channel.json.Samples.Zone;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Json form = Json.rest();

    @Test
    void namesEveryViolationOfABodyByItsPath() {
        assertThat(violations(Zone.class, """
                        {"name":"-","extra":{"a":[1]},"records":[
                          {"name":"a","content":"b","ttl":1},
                          {"name":1,"ttl":"1","content":[[]]},
                          null,
                          {"name":"a","content":"b","ttl":99999999999},
                          7]}"""))
                .containsExactly(
                        "name: must be a domain name of two or more labels, such as example.com",
                        "extra: is not known",
                        "records[1].name: must be text",
                        "records[1].ttl: must be a whole number",
                        "records[1].content: must be text",
                        "records[2]: must not be null",
                        "records[3].ttl: must be a whole number from -2147483648 to 2147483647",
                        "records[4]: must be an object");
    }

    @Test
    void requiresWhatIsNotNullable() {
        assertThat(violations(Everything.class, "{}"))
                .containsExactly(
                        "name: is required",
                        "text: is required",
                        "number: is required",
                        "big: is required",
                        "flag: is required",
                        "ratio: is required",
                        "bytes: is required",
                        "kind: is required",
                        "at: is required",
                        "pause: is required",
                        "secret: is required");
    }

    @Test
    void whatIsNotWrittenIsNullWhereNullIsAllowed() {
        byte[] written = Json.wire().write(new Samples.Filter(null, List.of()));
        assertThat(Json.wire().read(written, Samples.Filter.class)).isEqualTo(new Samples.Filter(null, List.of()));
        assertThat(Json.rest().read("{}".getBytes(StandardCharsets.UTF_8), Samples.Filter.class))
                .isEqualTo(new Samples.Filter(null, List.of()));
    }

    @Test
    void refusesNullWhereItIsNotAllowed() {
        assertThat(violations(Zone.class, "{\"name\":null,\"records\":null}"))
                .containsExactly("name: must not be null", "records: must not be null");
        assertThat(violations(Zone.class, "null")).containsExactly(": must not be null");
    }

    @Test
    void refusesEveryWrongTypeOfEveryField() {
        for (String value : List.of("[]", "{}", "[[1],{}]", "{\"a\":{\"b\":1}}", "1.5", "\"\\u0007\"", "1e400")) {
            String body = "{\"name\":%1$s,\"text\":%1$s,\"number\":%1$s,\"big\":%1$s,\"flag\":%1$s,\"bytes\":%1$s,"
                    + "\"kind\":%1$s,\"at\":%1$s,\"pause\":%1$s,\"secret\":%1$s,\"perhaps\":%1$s,\"ratio\":\"1\"}";
            assertThat(violations(Everything.class, body.formatted(value)))
                    .as(value)
                    .hasSize(12);
        }
    }

    @Test
    void takesNoTextForANumberAndNoFractionForAWhole() {
        for (String number : List.of("\"1\"", "1.0", "true", "1e0", "2147483648", "-2147483649", "9".repeat(60))) {
            assertThat(violations(Entry.class, "{\"name\":\"a\",\"content\":\"b\",\"ttl\":" + number + "}"))
                    .as(number)
                    .hasSize(1);
        }
    }

    @Test
    void refusesAFieldGivenTwice() {
        assertThat(violations(Entry.class, "{\"name\":\"a\",\"name\":\"b\",\"content\":\"c\",\"ttl\":1}"))
                .containsExactly("name: must be given once");
        assertThat(violations(
                        Everything.class,
                        "{\"map\":{\"example.com\":[],\"EXAMPLE.com\":[1],\"x\":[],\"a.b\":[1,\"2\"]}}"))
                .contains("map.?: must be given once")
                .contains("map.x: must be a domain name of two or more labels, such as example.com")
                .contains("map.?[1]: must be a whole number");
    }

    @Test
    void showsNoHostileFieldName() {
        assertThat(violations(Entry.class, "{\"\\u202e<script>\":1,\"name\":\"\",\"content\":\"\",\"ttl\":1}"))
                .containsExactly("?: is not known");
    }

    @Test
    void boundsTheNumberOfViolations() {
        String entries = "{\"a\":1},".repeat(10_000) + "{}";
        assertThat(violations(Zone.class, "{\"name\":\"example.com\",\"records\":[" + entries + "]}"))
                .hasSize(100);
    }

    @Test
    void tellsSealedTypesApartWhereverTheirTypeStands() {
        String json =
                "{\"figures\":[{\"radius\":1,\"type\":\"circle\"},{\"type\":\"right-triangle\",\"a\":1,\"b\":2}]}";
        Drawing drawing = form.read(json.getBytes(StandardCharsets.UTF_8), Drawing.class);
        assertThat(drawing.figures()).containsExactly(new Circle(1), new RightTriangle(1, 2));
        assertThat(form.read(form.write(drawing), Drawing.class)).isEqualTo(drawing);
        assertThat(violations(Drawing.class, "{\"figures\":[{\"type\":\"square\"},{},{\"type\":\"circle\",\"a\":1}]}"))
                .containsExactly(
                        "figures[0].type: must be one of circle, right-triangle",
                        "figures[1].type: must be one of circle, right-triangle",
                        "figures[2].a: is not known",
                        "figures[2].radius: is required");
    }

    @Test
    void readsRecordsThatHoldTheirOwnKind() {
        Tree tree = form.read(
                "{\"name\":\"a\",\"children\":[{\"name\":\"b\"}]}".getBytes(StandardCharsets.UTF_8), Tree.class);
        assertThat(tree).isEqualTo(new Tree("a", List.of(new Tree("b", List.of()))));
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String text : List.of("", " ", "{", "{\"name\"", "[1,", "nul", "{'a':1}", "{\"a\":01}", "{} {}", "{},")) {
            ProblemException refused = refused(Entry.class, text.getBytes(StandardCharsets.UTF_8));
            assertThat(refused.problem().kind()).as(text).isEqualTo(ProblemKind.INVALID);
        }
        byte[] latin1 = "{\"name\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(Entry.class, latin1).problem().violations()).hasSize(1);
        byte[] wide = "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(refused(Entry.class, wide).problem().violations()).hasSize(1);
    }

    @Test
    void boundsDepthNumbersAndNames() {
        assertThat(violations(Entry.class, "[".repeat(100_000))).hasSize(1);
        assertThat(violations(Entry.class, "{\"ttl\":" + "9".repeat(100_000) + "}"))
                .hasSize(1);
        assertThat(violations(Entry.class, "{\"ttl\":1e999999999}")).hasSize(3);
        assertThat(violations(Entry.class, "{\"" + "a".repeat(100_000) + "\":1}"))
                .hasSize(1);
        assertThat(violations(Entry.class, "{\"name\":\"" + "a".repeat(2 << 20) + "\"}"))
                .hasSize(1);
    }

    @Test
    void readsListsAsAWholeBody() throws Exception {
        byte[] json = "[{\"name\":\"a\",\"content\":\"b\",\"ttl\":\"c\"}]".getBytes(StandardCharsets.UTF_8);
        var type = new TypeReference<List<Entry>>() {}.getType();
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> form.read(new ByteArrayInputStream(json), type));
        assertThat(refused.problem().violations()).containsExactly(new Violation("[0].ttl", "must be a whole number"));
    }

    @Test
    void tellsARefusalFromAMistake() {
        assertThat(violations(Fussy.class, "{\"number\":1}")).containsExactly(": is not valid");
        assertThatIllegalStateException()
                .isThrownBy(() -> form.read("{\"number\":2}".getBytes(StandardCharsets.UTF_8), Fussy.class));
    }

    @Test
    void findsWhatCannotBeReadBeforehand() {
        Json.verify(Everything.class);
        Json.verify(Tree.class);
        Json.verify(Drawing.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.verify(Leads.class))
                .withMessageContaining("java.lang.Object");
    }

    private List<String> violations(Class<?> type, String json) {
        return refused(type, json.getBytes(StandardCharsets.UTF_8)).problem().violations().stream()
                .map(each -> each.field() + ": " + each.rule())
                .toList();
    }

    private ProblemException refused(Class<?> type, byte[] json) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> form.read(json, type));
        assertThat(refused).as(new String(json, StandardCharsets.UTF_8)).isNotNull();
        return refused;
    }
}
