package dev.npanel.web.nginx.site;

import dev.npanel.ssl.use.CertificateFiles;
import dev.npanel.web.nginx.config.Directive;
import dev.npanel.web.vhost.Tls;
import dev.npanel.web.vhost.Vhost;
import java.util.ArrayList;
import java.util.List;

/** Where a server listens, and what it proves with that it is the one asked for. */
final class Listening {
    /** HTTP. */
    static final List<Directive> PLAIN = List.of(Directive.of("listen", "80"), Directive.of("listen", "[::]:80"));

    /** Of all servers, since one that sets a header does not have those that are set for all. */
    private static final List<Directive> USUAL_HEADERS = List.of(
            header("X-Content-Type-Options", "nosniff"),
            header("X-Frame-Options", "SAMEORIGIN"),
            header("Referrer-Policy", "strict-origin-when-cross-origin"));

    private Listening() {}

    /** For the site itself. */
    static List<Directive> of(Vhost vhost) {
        Tls tls = vhost.tls();
        if (tls == null) {
            return PLAIN;
        }
        List<Directive> found = new ArrayList<>(tls.force() ? List.of() : PLAIN);
        found.addAll(List.of(
                Directive.of("listen", "443", "ssl", "http2"),
                Directive.of("listen", "[::]:443", "ssl", "http2"),
                Directive.of(
                        "ssl_certificate",
                        CertificateFiles.chain(tls.certificate()).text()),
                Directive.of(
                        "ssl_certificate_key",
                        CertificateFiles.key(tls.certificate()).text()),
                Directive.of("ssl_protocols", "TLSv1.2", "TLSv1.3"),
                Directive.of("ssl_ciphers", "ECDHE+AESGCM:ECDHE+CHACHA20"),
                Directive.of("ssl_prefer_server_ciphers", "off"),
                Directive.of("ssl_session_cache", "shared:npanel:10m"),
                Directive.of("ssl_session_timeout", "1d"),
                // a ticket's key is as old as the process: it would undo forward secrecy
                Directive.of("ssl_session_tickets", "off")));
        if (tls.hsts() > 0) {
            found.addAll(USUAL_HEADERS);
            found.add(header("Strict-Transport-Security", "max-age=" + tls.hsts()));
        }
        return found;
    }

    private static Directive header(String name, String value) {
        return Directive.of("add_header", name, value, "always");
    }
}
