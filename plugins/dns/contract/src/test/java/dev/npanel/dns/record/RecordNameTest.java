package dev.npanel.dns.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.testkit.hostile.HostileStrings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordNameTest {
    private static final DomainName ZONE = new DomainName("example.com");

    @ParameterizedTest
    @CsvSource({
        "@, example.com",
        "www, www.example.com",
        "WWW, www.example.com",
        "*, *.example.com",
        "*.dev, *.dev.example.com",
        "www.example.com, www.example.com",
        "www.example.com., www.example.com",
        "example.com, example.com",
        "_dmarc, _dmarc.example.com",
        "_443._tcp.www, _443._tcp.www.example.com",
        "1/26, 1/26.example.com",
        "_sip+d2t._tcp, _sip+d2t._tcp.example.com",
        "bücher, xn--bcher-kva.example.com",
        "xn--bcher-kva, xn--bcher-kva.example.com",
        "other.org., other.org",
        "notexample.com, notexample.com.example.com",
    })
    void isReadInItsZone(String given, String absolute) {
        assertThat(RecordName.in(ZONE, given).text()).isEqualTo(absolute);
    }

    @ParameterizedTest
    @MethodSource("dev.npanel.testkit.hostile.HostileStrings#all")
    void hostileNamesAreRefusedOrPlain(String hostile) {
        try {
            RecordName name = RecordName.in(ZONE, hostile);
            assertThat(name.text()).matches("[a-z0-9_.+/*-]{1,253}");
            assertThat(new RecordName(name.absolute())).isEqualTo(name);
        } catch (ProblemException refused) {
            assertThat(refused.problem().violations()).hasSize(1);
        }
    }

    @Test
    void invisibleCharactersAreRefused() {
        HostileStrings.invisible()
                .forEach(hostile -> assertThatThrownBy(() -> new RecordName(hostile + ".example.com"))
                        .isInstanceOf(ProblemException.class));
    }

    @Test
    void knowsItsZone() {
        assertThat(new RecordName("a.example.com").isWithin(ZONE)).isTrue();
        assertThat(new RecordName("example.com").isWithin(ZONE)).isTrue();
        assertThat(new RecordName("anexample.com").isWithin(ZONE)).isFalse();
    }
}
