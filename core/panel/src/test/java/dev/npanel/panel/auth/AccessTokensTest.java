package dev.npanel.panel.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.npanel.panel.auth.AccessTokens.Claims;
import dev.npanel.panel.fixture.MovedClock;
import dev.npanel.panel.store.Keys;
import dev.npanel.panel.store.StateDirectory;
import dev.npanel.testkit.hostile.HostileStrings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C1")
class AccessTokensTest {
    private static final Claims CLAIMS = new Claims("account", "session", 3);
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path directory;

    private Keys keys;
    private AccessTokens tokens;

    @BeforeEach
    void make() {
        keys = new Keys(new StateDirectory(directory.resolve("one")));
        tokens = new AccessTokens(keys, new MovedClock(NOW));
    }

    @Test
    void areReadAsTheyWereMade() {
        assertThat(tokens.verify(tokens.issue(CLAIMS))).contains(CLAIMS);
    }

    /** ADVISORIES 54. */
    @Test
    void ofAnotherInstallationAreNone() {
        AccessTokens other =
                new AccessTokens(new Keys(new StateDirectory(directory.resolve("other"))), new MovedClock(NOW));
        assertThat(tokens.verify(other.issue(CLAIMS))).isEmpty();
    }

    @Test
    void withoutASignatureAreNone() {
        assertThat(tokens.verify(new PlainJWT(claims().build()).serialize())).isEmpty();
        String[] parts = tokens.issue(CLAIMS).split("\\.", -1);
        assertThat(tokens.verify(parts[0] + "." + parts[1] + ".")).isEmpty();
        assertThat(tokens.verify(encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "." + parts[2]))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS384", "HS512"})
    void ofAnotherAlgorithmAreNone(String algorithm) throws Exception {
        byte[] longKey = new byte[64];
        System.arraycopy(keys.key("jwt"), 0, longKey, 0, 32);
        assertThat(tokens.verify(signed(
                        new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                                .type(new JOSEObjectType("at+jwt"))
                                .build(),
                        claims().build(),
                        longKey)))
                .isEmpty();
    }

    @Test
    void ofAnotherTypeAreNone() throws Exception {
        assertThat(tokens.verify(signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .type(JOSEObjectType.JWT)
                                .build(),
                        claims().build(),
                        keys.key("jwt"))))
                .isEmpty();
    }

    @Test
    void withTheRightClaimsAreGood() throws Exception {
        assertThat(tokens.verify(ours(unchanged -> unchanged))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void withAWrongClaimAreNone(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        assertThat(tokens.verify(ours(change))).isEmpty();
    }

    static Stream<UnaryOperator<JWTClaimsSet.Builder>> wrong() {
        return Stream.of(
                claims -> claims.audience("npanel:reset"),
                claims -> claims.audience(List.of("npanel:api", "other")),
                claims -> claims.issuer("somebody"),
                claims -> claims.expirationTime(null),
                claims -> claims.expirationTime(Date.from(NOW)),
                claims -> claims.issueTime(Date.from(NOW.plusSeconds(60))),
                claims -> claims.issueTime(null),
                claims -> claims.subject(null),
                claims -> claims.claim("sid", null),
                claims -> claims.claim("sid", 7),
                claims -> claims.claim("ver", "3"),
                claims -> claims.claim("ver", null));
    }

    /** ADVISORIES 1, 30: no length and no character makes something else of it. */
    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextIsNoToken(String text) {
        assertThat(tokens.verify(text)).isEmpty();
        assertThat(tokens.verify(tokens.issue(CLAIMS) + text)).isEmpty();
        assertThat(tokens.verify(encoded(text) + "." + encoded(text) + "." + encoded(text)))
                .isEmpty();
    }

    static Stream<String> hostile() {
        return HostileStrings.all().filter(text -> !text.isEmpty());
    }

    @Test
    void everyChangedCharacterBreaksTheSignature() {
        String token = tokens.issue(CLAIMS);
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.verify(token.substring(0, i) + other + token.substring(i + 1)))
                    .isEmpty();
        }
    }

    private String ours(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        return signed(header, change.apply(claims()).build(), keys.key("jwt"));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, byte[] key) throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("npanel")
                .audience("npanel:api")
                .subject("account")
                .claim("sid", "session")
                .claim("ver", 3)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
