package dev.npanel.ssl.panel.issue;

import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.CertificateNames;
import dev.npanel.ssl.key.KeyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as somebody wants it.
 *
 * @param names the first names it
 * @param key null for P-256
 * @param autoRenew null for yes
 */
public record NewCertificate(
        List<CertificateName> names,
        @Nullable KeyType key,
        @Nullable Boolean autoRenew) {
    public NewCertificate {
        names = CertificateNames.check(names);
    }

    Issue issue() {
        return new Issue(names, key == null ? KeyType.EC256 : key, autoRenew == null || autoRenew);
    }

    /** Whether it is to be renewed without being asked. */
    public record AutoRenew(boolean enabled) {}
}
