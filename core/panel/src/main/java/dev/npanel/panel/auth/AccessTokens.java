package dev.npanel.panel.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.npanel.panel.store.Keys;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("at+jwt"))
            .build();

    /** Every token of ours begins alike, so a header that somebody else chose is never even read. */
    private static final Pattern SYNTAX =
            Pattern.compile(Pattern.quote(HEADER.toBase64URL() + ".") + "[A-Za-z0-9_-]{1,900}\\.[A-Za-z0-9_-]{43}");

    private static final String ISSUER = "npanel";
    private static final String AUDIENCE = "npanel:api";
    private static final String SESSION = "sid";
    private static final String VERSION = "ver";

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
        Instant now = clock.instant();
        JWTClaimsSet set = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(claims.account())
                .claim(SESSION, claims.session())
                .claim(VERSION, claims.tokenVersion())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        try {
            SignedJWT token = new SignedJWT(HEADER, set);
            token.sign(new MACSigner(key()));
            return token.serialize();
        } catch (JOSEException wrongKey) {
            throw new IllegalStateException(wrongKey);
        }
    }

    /** What the token says, when we made it for this purpose and it is not over. */
    Optional<Claims> verify(String token) {
        if (!SYNTAX.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return jwt.verify(new MACVerifier(key())) ? claims(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException noToken) {
            return Optional.empty();
        }
    }

    private Optional<Claims> claims(JWTClaimsSet set) throws ParseException {
        @Nullable Date expires = set.getExpirationTime();
        @Nullable Date issued = set.getIssueTime();
        @Nullable Integer version = set.getIntegerClaim(VERSION);
        @Nullable String session = set.getStringClaim(SESSION);
        @Nullable String account = set.getSubject();
        Instant now = clock.instant();
        boolean inTime = expires != null
                && issued != null
                && now.isBefore(expires.toInstant())
                && !now.plusSeconds(1).isBefore(issued.toInstant());
        return inTime
                        && version != null
                        && session != null
                        && account != null
                        && ISSUER.equals(set.getIssuer())
                        && List.of(AUDIENCE).equals(set.getAudience())
                ? Optional.of(new Claims(account, session, version))
                : Optional.empty();
    }

    private byte[] key() {
        return keys.key("jwt");
    }
}
