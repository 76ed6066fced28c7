package dev.npanel.panel.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Secret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C1")
class PasswordsTest {
    private static final AccountName ALICE = new AccountName("alice");

    private final Passwords passwords = new Passwords(4);

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "pässwört-ünïcode", "🦆🦆🦆🦆 quack quack", "a'b\"c\\d;-- %_"})
    void matchThemselvesOnly(String text) {
        String hash = passwords.hash(new Secret(text));
        assertThat(passwords.matches(new Secret(text), hash)).isTrue();
        assertThat(passwords.matches(new Secret(text + "x"), hash)).isFalse();
        assertThat(passwords.matches(new Secret(text.substring(2)), hash)).isFalse();
    }

    @Test
    void countAlsoBeyondTheLengthOfBcrypt() {
        String hash = passwords.hash(new Secret("x".repeat(200) + "1"));
        assertThat(passwords.matches(new Secret("x".repeat(200) + "1"), hash)).isTrue();
        assertThat(passwords.matches(new Secret("x".repeat(200) + "2"), hash)).isFalse();
        assertThat(passwords.matches(new Secret("x".repeat(72)), hash)).isFalse();
    }

    @Test
    void areTheSameInEveryNormalForm() {
        String hash = passwords.hash(new Secret("caf\u00e9-caf\u00e9-caf\u00e9"));
        assertThat(passwords.matches(new Secret("cafe\u0301-cafe\u0301-cafe\u0301"), hash))
                .isTrue();
    }

    /** ADVISORIES 26: texts that are equal as numbers are not equal as passwords. */
    @Test
    void areComparedAsBytes() {
        String hash = passwords.hash(new Secret("0e462097431906509019562988736854"));
        assertThat(passwords.matches(new Secret("0e830400451993494058024219903391"), hash))
                .isFalse();
        assertThat(passwords.matches(new Secret("0"), hash)).isFalse();
    }

    @Test
    void ofNobodyNeverMatch() {
        assertThat(passwords.matches(new Secret("whatever it is"), null)).isFalse();
    }

    @Test
    void ofNobodyTakeTheSameTime() {
        Passwords slow = new Passwords(8);
        Secret password = new Secret("correct horse");
        String hash = slow.hash(password);
        slow.matches(password, hash);
        slow.matches(password, null);
        long known = nanos(() -> slow.matches(password, hash));
        long unknown = nanos(() -> slow.matches(password, null));
        assertThat((double) unknown / known).isBetween(0.2, 5.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "123456789", "aaaaaaaaaaaaaaaa", "abababababab", "alicealice1", "ALICEalice"})
    void areRefusedWhenTheyAreGuessable(String text) {
        assertThatThrownBy(() -> NewPassword.check(new Secret(text), ALICE)).isInstanceOf(ProblemException.class);
    }

    @Test
    void mayBeLong() {
        assertThat(NewPassword.check(new Secret("0123456789".repeat(25)), ALICE))
                .isNotNull();
        assertThatThrownBy(() -> NewPassword.check(new Secret("0123456789".repeat(26)), ALICE))
                .isInstanceOf(ProblemException.class);
    }

    private static long nanos(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
