package dev.npanel.dns.powerdns.api;

import dev.npanel.api.value.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where PowerDNS is and what opens its door.
 *
 * @param base scheme, host and port; anything but HTTPS only for this machine itself, since the key would travel in the open
 * @param key sent with every request as {@code X-API-Key}
 */
public record PdnsSettings(URI base, Secret key) {
    private static final String DEFAULT_URL = "http://127.0.0.1:8081";
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    /** @throws IllegalArgumentException saying what is wrong, never what the key is */
    public PdnsSettings {
        String host = base.getHost();
        boolean http = "http".equals(base.getScheme());
        if (host == null || (!http && !"https".equals(base.getScheme()))) {
            throw new IllegalArgumentException("NPANEL_PDNS_URL must be an http or https URL");
        }
        if (http && !LOOPBACK.contains(host)) {
            throw new IllegalArgumentException("NPANEL_PDNS_URL must be https for another machine");
        }
        if (!PRINTABLE.matcher(key.reveal()).matches()) {
            throw new IllegalArgumentException("NPANEL_PDNS_API_KEY must be of printable ASCII characters");
        }
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("NPANEL_PDNS_URL must have only scheme, host and port");
        }
    }

    /**
     * From {@code NPANEL_PDNS_URL}, by default PowerDNS on this host, and {@code NPANEL_PDNS_API_KEY}.
     *
     * @throws IllegalArgumentException when they are missing or wrong
     */
    public static PdnsSettings of(Map<String, String> environment) {
        @Nullable String key = environment.get("NPANEL_PDNS_API_KEY");
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("NPANEL_PDNS_API_KEY is not set");
        }
        return new PdnsSettings(URI.create(environment.getOrDefault("NPANEL_PDNS_URL", DEFAULT_URL)), new Secret(key));
    }

    /** Whether it is spoken to in TLS. */
    public boolean isSecure() {
        return "https".equals(base.getScheme());
    }

    /** Whether it is on this machine. */
    public boolean isLocal() {
        return LOOPBACK.contains(base.getHost());
    }
}
