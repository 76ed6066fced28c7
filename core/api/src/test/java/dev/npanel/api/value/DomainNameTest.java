package dev.npanel.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "EXAMPLE.Com., example.com",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "3.2.1.in-addr.arpa, 3.2.1.in-addr.arpa",
        "例え.jp, xn--r8jz45g.jp",
        "a-b.c1.example, a-b.c1.example"
    })
    void bringsANameToItsOneForm(String given, String text) {
        assertThat(new DomainName(given).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example",
                ".",
                "..",
                ".example.com",
                "example..com",
                "-a.example",
                "a-.example",
                "a_b.example",
                "exam ple.com",
                "192.0.2.1",
                "example.com/..",
                "ＥＸＡＭＰＬＥ.com",
                "straße.de",
                "example。com",
                "xn--zz--.example",
                "*.example.com",
                "example.com:80",
                "user@example.com"
            })
    void refusesWhatIsNoNameOrWouldBecomeAnother(String given) {
        assertRefused(given);
    }

    @ParameterizedTest
    @MethodSource("dev.npanel.api.value.HostileText#all")
    void refusesHostileText(String given) {
        assertRefused(given);
        assertRefused(given + ".example.com");
    }

    @Test
    void refusesALabelOf64AndANameOf254() {
        assertThat(new DomainName("a".repeat(63) + ".example").text()).hasSize(71);
        assertRefused("a".repeat(64) + ".example");
        assertRefused("a.".repeat(126) + "ab");
    }

    @Test
    void knowsWhatLiesBelow() {
        DomainName domain = new DomainName("example.com");
        assertThat(new DomainName("www.example.com").isWithin(domain)).isTrue();
        assertThat(domain.isWithin(domain)).isTrue();
        assertThat(new DomainName("notexample.com").isWithin(domain)).isFalse();
    }

    @Test
    void showsULabels() {
        assertThat(new DomainName("xn--bcher-kva.example").unicode()).isEqualTo("bücher.example");
    }

    private static void assertRefused(String given) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new DomainName(given))
                .satisfies(refused -> assertThat(refused.problem().kind()).isEqualTo(ProblemKind.INVALID));
    }

    /** The grammar as RFC 1123 has it, as a pattern. */
    @Test
    void itIsTheGrammarAndNothingElse() {
        Pattern grammar = Pattern.compile(
                "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?![0-9]+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(100) == 0 ? 240 + random.nextInt(20) : 1 + random.nextInt(12);
            for (int at = 0; at < length; at++) {
                text.append("ab07-..".charAt(random.nextInt(random.nextInt(4) == 0 ? 7 : 4)));
            }
            String name = text.toString();
            assertThat(isTaken(name))
                    .as(name)
                    .isEqualTo(grammar.matcher(withoutDot(name)).matches());
        }
        assertThat(isTaken("a".repeat(63) + ".b")).isTrue();
        assertThat(isTaken("a".repeat(64) + ".b")).isFalse();
    }

    /** The final dot of a name that is written out goes. */
    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isTaken(String name) {
        try {
            return new DomainName(name) != null;
        } catch (ProblemException refused) {
            return false;
        }
    }
}
