package dev.npanel.web.vhost;

import dev.npanel.api.problem.Problem;
import dev.npanel.ssl.certificate.CertificateId;

/**
 * HTTPS of a virtual host: TLS 1.2 and 1.3, HTTP/2.
 *
 * @param certificate one that is there and good for every name of the virtual host
 * @param force whether plain HTTP only leads here
 * @param hsts for how many seconds browsers shall ask by HTTPS only (RFC 6797); 0 for nothing said. Only where HTTPS is forced
 */
public record Tls(CertificateId certificate, boolean force, int hsts) {
    /** Two years, which is what lists that browsers bring ask for. */
    public static final int MAX_HSTS = 63_072_000;

    public Tls {
        if (hsts < 0 || hsts > MAX_HSTS) {
            throw Problem.invalid("hsts", "must be 0 to " + MAX_HSTS + " seconds")
                    .asException();
        }
        if (hsts > 0 && !force) {
            throw Problem.invalid("hsts", "is for sites that force HTTPS").asException();
        }
    }
}
