package dev.npanel.panel.auth;

/**
 * What a log-in gives (RFC 6749, 5.1).
 *
 * @param expiresIn seconds the access token is good
 */
public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {
    static Tokens of(String access, String refresh) {
        return new Tokens(access, "Bearer", AccessTokens.LIFETIME.toSeconds(), refresh);
    }

    /** Never shown in a log. */
    @Override
    public String toString() {
        return "(tokens)";
    }
}
