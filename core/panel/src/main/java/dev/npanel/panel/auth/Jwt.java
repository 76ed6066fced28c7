package dev.npanel.panel.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.npanel.panel.auth.AccessTokens.Claims;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of access tokens. Apart from {@link AccessTokens} so that the library is loaded with the first token, not at start. */
final class Jwt {
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

    private Jwt() {}

    static String sign(Claims claims, Instant now, byte[] key) {
        JWTClaimsSet set = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(claims.account())
                .claim(SESSION, claims.session())
                .claim(VERSION, claims.tokenVersion())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(AccessTokens.LIFETIME)))
                .build();
        try {
            SignedJWT token = new SignedJWT(HEADER, set);
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException wrongKey) {
            throw new IllegalStateException(wrongKey);
        }
    }

    static Optional<Claims> verify(String token, Instant now, byte[] key) {
        if (!SYNTAX.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return jwt.verify(new MACVerifier(key)) ? claims(jwt.getJWTClaimsSet(), now) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException noToken) {
            return Optional.empty();
        }
    }

    private static Optional<Claims> claims(JWTClaimsSet set, Instant now) throws ParseException {
        @Nullable Date expires = set.getExpirationTime();
        @Nullable Date issued = set.getIssueTime();
        @Nullable Integer version = set.getIntegerClaim(VERSION);
        @Nullable String session = set.getStringClaim(SESSION);
        @Nullable String account = set.getSubject();
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
}
