package dev.npanel.dns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoaTest {
    private static final DomainName ZONE = new DomainName("example.com");

    @ParameterizedTest
    @CsvSource({
        "hostmaster.example.com, hostmaster.example.com, hostmaster@example.com",
        "Hostmaster.Example.com., hostmaster.example.com, hostmaster@example.com",
        "john\\.doe.example.com., john\\.doe.example.com, john.doe@example.com",
        "john.doe@example.com, john\\.doe.example.com, john.doe@example.com",
        "dns+admin@bücher.example, dns+admin.xn--bcher-kva.example, dns+admin@xn--bcher-kva.example",
    })
    void aContactIsAMailAddress(String given, String text, String mail) {
        assertThat(new Contact(given).text()).isEqualTo(text);
        assertThat(new Contact(given).mail()).isEqualTo(mail);
        assertThat(new Contact(text)).isEqualTo(new Contact(given));
        Soa soa = new Soa(new RecordName("ns1.example.com"), new Contact(given), 1, 2, 3, 4, 0, 0);
        assertThat(Soa.parse(soa.content(), 0)).isEqualTo(soa);
        assertThat(new ResourceRecord(RecordName.apex(ZONE), RecordType.SOA, 60, soa.content()).content())
                .isEqualTo(soa.content());
    }

    @ParameterizedTest
    @MethodSource("dev.npanel.testkit.hostile.HostileStrings#all")
    void hostileContactsAreRefusedOrPlain(String hostile) {
        for (String text : List.of(hostile, hostile + ".example.com", hostile + "@example.com")) {
            try {
                assertThat(new Contact(text).text()).matches("[!-~&&[^\"();@]]{3,253}");
                assertThat(new Contact(new Contact(text).absolute())).isEqualTo(new Contact(text));
            } catch (ProblemException refused) {
                assertThat(refused.problem().violations()).hasSize(1);
            }
        }
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> new Soa(new RecordName("a.b"), new Contact("c.d"), -1, 0, 0, 0, -1, -1));
        assertThat(refused.problem().violations())
                .extracting("field")
                .containsExactly("serial", "refresh", "retry", "expire", "minimum", "ttl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a. b.c.",
                "a. b.c. 1 2 3 4",
                "a. b.c. x 2 3 4 5",
                "a. b.c. 1 4294967295 3 4 5",
                "a. . 1 2 3 4 5"
            })
    void otherTextIsNoSoa(String content) {
        assertThatThrownBy(() -> Soa.parse(content, 60)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aZoneHasItsOwnRecordsOnly() {
        ResourceRecord foreign = new ResourceRecord(new RecordName("example.org"), RecordType.A, 60, "192.0.2.1");
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> new ImportZone(ZONE, ImportZone.Mode.MERGE, null, List.of(foreign)));
        assertThat(refused.problem().violations()).extracting("field").containsExactly("records[0].name");
    }
}
