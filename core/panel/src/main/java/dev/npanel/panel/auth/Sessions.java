package dev.npanel.panel.auth;

import dev.npanel.api.value.Secret;
import dev.npanel.panel.store.Ids;
import dev.npanel.panel.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sessions and their refresh tokens (RFC 9700, 4.14). A refresh token is good once; whoever shows one a second time ends the
 * session, since then somebody has a copy. Kept by SHA-256 of 256 random bits. An OSGi service of the core; thread-safe.
 */
@Component(service = Sessions.class)
public final class Sessions {
    private static final String PREFIX = "npr_";
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(7);
    private static final Duration SESSION_LIFETIME = Duration.ofDays(30);
    private static final int PER_ACCOUNT = 200;

    private final Store store;
    private final Clock clock;
    private final Ids ids;

    /** A session that goes on. */
    record Grant(String session, String account, String refreshToken) {}

    /** How a refresh ended. */
    sealed interface Refresh {
        /** Well. */
        record Granted(Grant grant) implements Refresh {}

        /** With a token that was used before; the session is over. */
        record Reused(String account) implements Refresh {}

        /** With something that is no token, or no more. */
        record Unknown() implements Refresh {}
    }

    @Activate
    public Sessions(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    public Sessions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.ids = new Ids(clock);
    }

    /** Begins a session of the account. */
    Grant begin(String account, String source) {
        Instant now = clock.instant();
        String session = ids.next();
        String token = ids.token(PREFIX);
        return store.write(sql -> {
            SessionTable.purge(sql, now);
            SessionTable.insertSession(sql, session, account, source, now, now.plus(SESSION_LIFETIME));
            SessionTable.insertToken(sql, hash(token), session, now.plus(TOKEN_LIFETIME));
            SessionTable.keep(sql, account, PER_ACCOUNT);
            return new Grant(session, account, token);
        });
    }

    /** Takes a refresh token and gives the next. */
    Refresh refresh(Secret token) {
        Instant now = clock.instant();
        String hash = hash(token.reveal());
        String next = ids.token(PREFIX);
        return store.write(sql -> {
            Optional<SessionTable.Token> found = SessionTable.token(sql, hash);
            if (found.isEmpty()) {
                return new Refresh.Unknown();
            }
            SessionTable.Token known = found.get();
            if (known.used()) {
                SessionTable.delete(sql, known.session());
                return new Refresh.Reused(known.account());
            }
            if (!now.isBefore(known.expires()) || !now.isBefore(known.sessionExpires())) {
                return new Refresh.Unknown();
            }
            SessionTable.use(sql, hash, now);
            SessionTable.insertToken(sql, hash(next), known.session(), now.plus(TOKEN_LIFETIME));
            return new Refresh.Granted(new Grant(known.session(), known.account(), next));
        });
    }

    /** Ends the session of this refresh token, used or not; the account it was of. */
    Optional<String> end(Secret token) {
        String hash = hash(token.reveal());
        return store.write(sql -> {
            Optional<SessionTable.Token> found = SessionTable.token(sql, hash);
            if (found.isPresent()) {
                SessionTable.delete(sql, found.get().session());
            }
            return found.map(SessionTable.Token::account);
        });
    }

    /** Ends this session. */
    void endSession(String session) {
        store.write(sql -> {
            SessionTable.delete(sql, session);
            return session;
        });
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
