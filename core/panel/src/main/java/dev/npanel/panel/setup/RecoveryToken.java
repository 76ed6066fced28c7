package dev.npanel.panel.setup;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.store.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What root can give a locked-out administrator on the host. {@code npanel-recover} leaves the administrator's name and the
 * SHA-256 of a token in {@code npanel.recovery}, by default {@code /run/npanel/recovery}: a directory that the panel can
 * read and only root can write. The token is good for a quarter of an hour, and once. An OSGi service of the core; thread-safe.
 */
@Component(service = RecoveryToken.class)
public final class RecoveryToken {
    private static final String PROPERTY = "npanel.recovery";
    private static final String DEFAULT = "/run/npanel/recovery";
    private static final String USED = "recovery-used";
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int LONGEST = 1_000;

    private final Path file;
    private final StateDirectory state;
    private final Clock clock;

    @Activate
    public RecoveryToken(BundleContext context, @Reference StateDirectory state) {
        this(Path.of(Objects.requireNonNullElse(context.getProperty(PROPERTY), DEFAULT)), state, Clock.systemUTC());
    }

    RecoveryToken(Path file, StateDirectory state, Clock clock) {
        this.file = file;
        this.state = state;
        this.clock = clock;
    }

    /**
     * Does what the token is for. It stays good when that throws.
     *
     * @return empty, with nothing done, when this is not root's token for this account
     */
    synchronized <T> Optional<T> redeem(AccountName account, Secret token, Supplier<T> work) {
        String wanted = account.text() + " " + hash(token);
        try {
            if (!matches(wanted)) {
                return Optional.empty();
            }
            T done = work.get();
            state.writeSecret(USED, ascii(wanted));
            return Optional.of(done);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean matches(String wanted) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant made = attributes.lastModifiedTime().toInstant();
        Instant now = clock.instant();
        return attributes.size() < LONGEST
                && !now.isAfter(made.plus(LIFETIME))
                && isSame(
                        ascii(Files.readString(file, StandardCharsets.ISO_8859_1)
                                .strip()),
                        wanted)
                && !isSame(used(), wanted);
    }

    private byte[] used() throws IOException {
        Path last = state.file(USED);
        return Files.exists(last) ? Files.readAllBytes(last) : new byte[0];
    }

    /** In a time that does not tell how far they are the same. */
    private static boolean isSame(byte[] there, String wanted) {
        return MessageDigest.isEqual(there, ascii(wanted));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String hash(Secret token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(token.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
