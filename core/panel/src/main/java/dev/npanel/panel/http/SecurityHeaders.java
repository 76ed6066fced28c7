package dev.npanel.panel.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Headers of every answer (RFC 6797 and what browsers should not do with an API's answers). */
final class SecurityHeaders implements HttpConfiguration.Customizer {
    private static final String HSTS = "max-age=31536000";

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        put(headers);
        return request;
    }

    static void put(HttpFields.Mutable headers) {
        headers.put(HttpHeader.STRICT_TRANSPORT_SECURITY, HSTS);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }
}
