package dev.npanel.channel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.npanel.api.change.ChangePage;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.channel.json.Samples.Circle;
import dev.npanel.channel.json.Samples.Entry;
import dev.npanel.channel.json.Samples.Everything;
import dev.npanel.channel.json.Samples.Kind;
import dev.npanel.channel.json.Samples.Zone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WritingTest {
    private static final DomainName NAME = new DomainName("example.com");
    private static final Everything EVERYTHING = new Everything(
            NAME,
            "a\u0000\u202e\ud83d\ude00",
            1,
            1L << 60,
            true,
            0.5,
            new byte[] {0, -1},
            Kind.NOT_NATIVE,
            Instant.EPOCH,
            Duration.ofSeconds(90),
            new Secret("hush"),
            Set.of(Kind.NATIVE),
            Map.of(NAME, List.of(1, 2)),
            Optional.of("there"),
            null);

    @Test
    void writesAllTypesAndReadsThemBack() {
        Json wire = Json.wire();
        byte[] json = wire.write(EVERYTHING);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"name\":\"example.com\",\"text\":\"a\\u0000\u202e\ud83d\ude00\",\"number\":1,"
                        + "\"big\":1152921504606846976,\"flag\":true,\"ratio\":0.5,\"bytes\":\"AP8=\","
                        + "\"kind\":\"NOT_NATIVE\",\"at\":\"1970-01-01T00:00:00Z\",\"pause\":\"PT1M30S\","
                        + "\"secret\":\"hush\",\"kinds\":[\"NATIVE\"],\"map\":{\"example.com\":[1,2]},"
                        + "\"maybe\":\"there\"}");
        assertThat(wire.read(json, Everything.class)).usingRecursiveComparison().isEqualTo(EVERYTHING);
    }

    @Test
    void writesComponentsOnlyWhateverElseARecordHas() {
        byte[] json = Json.rest().write(new Zone(NAME, List.of(new Entry("@", "1", 2))));
        assertThat(json)
                .asString()
                .isEqualTo("{\"name\":\"example.com\",\"records\":[{\"name\":\"@\",\"content\":\"1\",\"ttl\":2}]}");
    }

    @Test
    void writesNullToPeopleAndLeavesItOutOnTheWire() {
        ChangePage page = new ChangePage(List.of(), null);
        assertThat(Json.rest().write(page)).asString().isEqualTo("{\"changes\":[],\"next\":null}");
        assertThat(Json.wire().write(page)).asString().isEqualTo("{\"changes\":[]}");
    }

    @Test
    void writesTheTypeOfASealedRecord() {
        assertThat(Json.wire().write(new Circle(1))).asString().isEqualTo("{\"type\":\"circle\",\"radius\":1}");
    }

    @Test
    void keepsSecretsOutOfAnswersAndLogs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.rest().write(EVERYTHING))
                .withStackTraceContaining("a secret is in no answer");
        assertThat(Json.audit().write(EVERYTHING))
                .asString()
                .contains("\"secret\":\"(secret)\"")
                .doesNotContain("hush");
    }

    @Test
    void writesNoBeans() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.rest().write(new IllegalStateException("not for an answer")));
    }
}
