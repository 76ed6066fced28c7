package dev.npanel.panel.password;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Secret;
import java.util.Locale;

/** What may become a password: 10 to 256 characters (NIST SP 800-63B: length counts, composition rules do not). */
public final class NewPassword {
    private static final int MIN = 10;
    private static final int MAX = 256;

    private NewPassword() {}

    /** The password, when it may be the one of this account; the field it came in is {@code password}. */
    public static Secret check(Secret password, AccountName account) {
        String text = password.reveal();
        int length = text.codePointCount(0, text.length());
        if (length < MIN || length > MAX) {
            throw refuse("must have " + MIN + " to " + MAX + " characters");
        }
        if (text.chars().distinct().count() < 4) {
            throw refuse("must have at least 4 different characters");
        }
        if (text.toLowerCase(Locale.ROOT).replace(account.text(), "").length() < MIN / 2) {
            throw refuse("must not be made of the account's name");
        }
        return password;
    }

    private static RuntimeException refuse(String rule) {
        return Problem.invalid("password", rule).asException();
    }
}
