package dev.npanel.dns.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {
    private static final String TAG = "0123abcd";

    @ParameterizedTest
    @EnumSource(RecordType.class)
    void saysWhereTheRecordIs(RecordType type) {
        RecordName name =
                new RecordName("*." + "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(63) + ".example.com");
        RecordId id = new RecordId(RecordId.of(name, type, TAG).text());
        assertThat(List.of(id.name(), id.type(), id.tag())).isEqualTo(List.of(name, type, TAG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A WWW.example.com",
                "A  www.example.com",
                "a www.example.com",
                "A",
                "AXFR www.example.com",
                "A ../x"
            })
    void hasOneText(String place) {
        String base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        refused(base64 + "." + TAG);
    }

    @Test
    void ignoresNoBits() {
        String id = RecordId.of(new RecordName("www.example.com"), RecordType.A, TAG)
                .text();
        int last = id.indexOf('.') - 1;
        refused(id.substring(0, last) + (char) (id.charAt(last) + 1) + id.substring(last + 1));
    }

    @ParameterizedTest
    @MethodSource("dev.npanel.testkit.hostile.HostileStrings#all")
    void hostileIdsAreRefused(String hostile) {
        refused(hostile);
    }

    @Test
    void twoRecordsNeverShareATag() {
        RecordSet.Entry one = new RecordSet.Entry("192.0.2.1", TAG);
        RecordSet.Entry two = new RecordSet.Entry("192.0.2.2", TAG);
        RecordSet set = new RecordSet(new RecordName("a.example.com"), RecordType.A, 60, List.of(two, one));
        assertThat(set.entries()).extracting(RecordSet.Entry::tag).doesNotHaveDuplicates();
        assertThat(set.entries().get(0)).isEqualTo(one);
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> new RecordId(text)).isInstanceOf(ProblemException.class);
    }
}
