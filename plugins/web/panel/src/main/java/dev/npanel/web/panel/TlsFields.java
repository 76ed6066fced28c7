package dev.npanel.web.panel;

import dev.npanel.api.problem.Problem;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.web.vhost.Tls;
import org.jspecify.annotations.Nullable;

/**
 * HTTPS of a virtual host, of which what is not said stays as it is: see {@link Tls}.
 *
 * @param certificate needed for a site that has no HTTPS yet
 * @param force usually true
 * @param hsts usually 0
 */
public record TlsFields(
        @Nullable CertificateId certificate,
        @Nullable Boolean force,
        @Nullable Integer hsts) {
    Tls over(@Nullable Tls present) {
        CertificateId wanted = certificate == null && present != null ? present.certificate() : certificate;
        if (wanted == null) {
            throw Problem.invalid("tls.certificate", "is missing").asException();
        }
        boolean forced = force == null ? present == null || present.force() : force;
        return new Tls(wanted, forced, hsts == null ? present == null || !forced ? 0 : present.hsts() : hsts);
    }
}
