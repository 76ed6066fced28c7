package dev.npanel.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Permission;
import dev.npanel.api.problem.ProblemException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @MethodSource("dev.npanel.api.value.HostileText#all")
    void noValueTakesHostileText(String given) {
        Stream<Function<String, Object>> values = Stream.of(
                AccountName::new,
                EmailAddress::new,
                AbsolutePath::new,
                text -> new AbsolutePath("/tmp").child(text + "/x"),
                text -> new EmailAddress("a@" + text),
                text -> new Permission(text, Access.OWNER));
        values.forEach(
                value -> assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> value.apply(given)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/../shadow", "/etc//passwd", "/etc/", "etc/passwd", "/./etc", "~/x", "/a\nb"})
    void aPathIsAbsoluteAndNormal(String given) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new AbsolutePath(given));
    }

    @Test
    void aPathKnowsWhatLiesBelow() {
        assertThat(new AbsolutePath("/etc/nginx/x").isWithin(new AbsolutePath("/etc/nginx")))
                .isTrue();
        assertThat(new AbsolutePath("/etc/nginxx").isWithin(new AbsolutePath("/etc/nginx")))
                .isFalse();
        assertThat(new AbsolutePath("/etc").isWithin(new AbsolutePath("/"))).isTrue();
        assertThat(new AbsolutePath("/").child("etc").text()).isEqualTo("/etc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice", "1a", "a", "al_ice", "al-ice", "a123456789012345x", "root "})
    void anAccountNameIsAUnixUser(String given) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new AccountName(given));
    }

    @Test
    void anAddressHasItsDomainInOneForm() {
        EmailAddress address = new EmailAddress("Post+x@BÜCHER.example");
        assertThat(address.text()).isEqualTo("Post+x@xn--bcher-kva.example");
        assertThat(address.local()).isEqualTo("Post+x");
        assertThat(address.domain()).isEqualTo(new DomainName("bücher.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "@example.com",
                "a b@example.com",
                "\"a\"@example.com",
                "a@b@example.com",
                ".a@example.com"
            })
    void refusesWhatIsNoAddress(String given) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new EmailAddress(given));
    }

    @Test
    void aSecretDoesNotShow() {
        Secret secret = new Secret("correct horse");
        assertThat(secret).hasToString("(secret)").isEqualTo(new Secret("correct horse"));
        assertThat(secret.reveal()).isEqualTo("correct horse");
        assertThat(secret).isNotEqualTo(new Secret("0e123"));
    }

    @Test
    void aRefusalNeverEchoesTheValue() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new AccountName("hunter2;DROP"))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hunter2"));
    }
}
