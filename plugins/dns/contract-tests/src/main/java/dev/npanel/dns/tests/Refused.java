package dev.npanel.dns.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a problem. */
public final class Refused {
    private Refused() {}

    /** The call must end in a problem of this code. */
    public static Problem with(String code, ThrowingCallable call) {
        Problem[] found = new Problem[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refused -> {
            found[0] = refused.problem();
            assertThat(refused.problem().code()).isEqualTo(code);
        });
        return found[0];
    }
}
