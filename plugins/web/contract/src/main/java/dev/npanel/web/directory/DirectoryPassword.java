package dev.npanel.web.directory;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.Secret;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A user as asked for.
 *
 * @param password 10 to 72 bytes of UTF-8; null for one who keeps the password of before
 */
public record DirectoryPassword(
        DirectoryUser name, @Nullable Secret password) {
    private static final int MIN = 10;
    /** More is not looked at by bcrypt. */
    private static final int MAX = 72;

    public DirectoryPassword {
        if (password != null) {
            int length = password.reveal().getBytes(StandardCharsets.UTF_8).length;
            if (length < MIN || length > MAX) {
                throw Problem.invalid("password", "must have " + MIN + " to " + MAX + " bytes")
                        .asException();
            }
        }
    }
}
