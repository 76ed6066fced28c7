package dev.npanel.panel.auth;

import dev.npanel.panel.store.Keys;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Access tokens: JWTs (RFC 7519, RFC 9068) signed with HS256 and the key of this installation, good for ten minutes and for
 * nothing but requests to this API. They name the account and the session only; role and suspension are looked up with every
 * request. The algorithm, the type, the issuer and the audience are pinned: what differs in one of them is no token. An OSGi
 * service of the core; thread-safe.
 */
@Component(service = AccessTokens.class)
public final class AccessTokens {
    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String KEY = "jwt";

    private final Keys keys;
    private final Clock clock;

    /** Who a token speaks for. */
    record Claims(String account, String session, int tokenVersion) {}

    @Activate
    public AccessTokens(@Reference Keys keys) {
        this(keys, Clock.systemUTC());
    }

    public AccessTokens(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String issue(Claims claims) {
        return Jwt.sign(claims, clock.instant(), keys.key(KEY));
    }

    /** What the token says, when we made it for this purpose and it is not over. */
    Optional<Claims> verify(String token) {
        return Jwt.verify(token, clock.instant(), keys.key(KEY));
    }
}
