package dev.npanel.panel.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;

class WholeNumberTest {
    private static final String PROPERTY = "npanel.test";

    @ParameterizedTest
    @CsvSource({"1, 1", "' 7 ', 7", "100, 100"})
    void takesWhatItMayBe(String text, int number) {
        assertThat(WholeNumber.of(with(text), PROPERTY, 5, 1, 100)).isEqualTo(number);
    }

    @Test
    void isTheStandardWhenNothingIsSaid() {
        assertThat(WholeNumber.of(with(null), PROPERTY, 5, 1, 100)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "0", "101", "-1", "1.5", "99999999999", "0x10"})
    void saysWhatItMayBe(String text) {
        assertThatThrownBy(() -> WholeNumber.of(with(text), PROPERTY, 5, 1, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("npanel.test must be a whole number from 1 to 100, not " + text);
    }

    private static BundleContext with(@Nullable String value) {
        return (BundleContext) Proxy.newProxyInstance(
                WholeNumberTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> value);
    }
}
