package dev.npanel.ssl.panel.issue;

import dev.npanel.api.value.DomainName;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.panel.issue.Order.Installed;
import dev.npanel.ssl.panel.outside.TlsLook;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether those who ask for a site get the certificate that was installed. Thread-safe. */
@Component(service = Serving.class)
public final class Serving {
    private static final int MOST = 10;

    private final TlsLook tls;

    @Activate
    public Serving(@Reference TlsLook tls) {
        this.tls = tls;
    }

    /** Whether one of the names at least is served with it, and none with the one before. A certificate may have more names than there
     * are sites. */
    boolean isServed(List<CertificateName> names, Installed installed) {
        List<String> seen =
                hosts(names).stream().map(tls::served).flatMap(Optional::stream).toList();
        return seen.contains(installed.fingerprint())
                && (installed.previous() == null
                        || installed.previous().equals(installed.fingerprint())
                        || !seen.contains(installed.previous()));
    }

    /** Those that are no wildcards; where all are, the domains themselves. */
    private static List<DomainName> hosts(List<CertificateName> names) {
        List<CertificateName> plain =
                names.stream().filter(name -> !name.isWildcard()).toList();
        return (plain.isEmpty() ? names : plain)
                .stream().map(CertificateName::domain).distinct().limit(MOST).toList();
    }
}
