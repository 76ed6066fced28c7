package dev.npanel.web.nginx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.testkit.hostile.HostileStrings;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Advisory 37: what is written is read again as the same, whatever it is. */
@Tag("W1")
class ConfigTest {
    private static final String ALPHABET = "ab\\\"'`${};#\t\n\r ~*()[]é€=/.";

    @Test
    void hostileWordsComeBack() {
        HostileStrings.all().forEach(ConfigTest::comesBack);
    }

    @Test
    void tenThousandRandomWordsComeBack() {
        Random random = new Random(37);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            comesBack(word.toString());
        }
    }

    @Test
    void asNginxReadsIt() {
        assertThat(ConfigReader.read("""
                        # a comment; with { all } sorts of things
                        a "b c" 'd"e' f\\ g;
                        location ~ "\\.php$" { return 200 "${x}\\t"; }
                        map $a $b {}
                        """))
                .containsExactly(
                        Directive.of("a", "b c", "d\"e", "f\\ g"),
                        Directive.of("location", "~", "\\.php$").with(Directive.of("return", "200", "${x}\t")),
                        Directive.of("map", "$a", "$b").with(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a {", "a }", "}", ";", "{ }", "a \"b", "a \"b\"c;", "a { b; } }"})
    void whatIsBrokenIsRefused(String text) {
        assertThatThrownBy(() -> ConfigReader.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void comesBack(String word) {
        List<Directive> there = List.of(
                Directive.of("return", word, "x").with(Directive.of("in", word)), Directive.of("next", "a", word));
        assertThat(ConfigReader.read(ConfigWriter.write(there))).isEqualTo(there);
    }
}
