package dev.npanel.agent.account;

import dev.npanel.agent.durable.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Which numbers users have had. A number is never given twice: files of a removed user that lie about somewhere must not
 * become those of another. Thread-safe.
 */
final class UserNumbers {
    /** Above the users that adduser(8) makes, below those of containers and systemd. */
    static final int FIRST = 20_000;

    static final int LAST = 59_999;

    private final Path file;
    private final Durability durability;

    UserNumbers(Path file, Durability durability) {
        this.file = file;
        this.durability = durability;
    }

    /** A number that nobody had. */
    synchronized int next(PasswordFile users) {
        return Math.max(users.highest(FIRST, LAST), highest()) + 1;
    }

    /** From now on the number counts as given. */
    synchronized void given(int uid) {
        if (uid <= highest()) {
            return;
        }
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            durability.create(part, String.valueOf(uid).getBytes(StandardCharsets.US_ASCII), "the numbers of users");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private int highest() {
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : FIRST - 1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
