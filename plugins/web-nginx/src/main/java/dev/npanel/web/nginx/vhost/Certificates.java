package dev.npanel.web.nginx.vhost;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.CertificateNames;
import dev.npanel.ssl.use.CertificateFiles;
import dev.npanel.web.vhost.Tls;
import dev.npanel.web.vhost.Vhost;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The certificate of a virtual host: it has to be there, and good for each of the names. */
final class Certificates {
    private Certificates() {}

    /** Throws unless the host has what the virtual host is to be served with. */
    static void require(HostView host, Vhost wanted) {
        Tls tls = wanted.tls();
        if (tls == null) {
            return;
        }
        List<CertificateName> certified = host.file(CertificateFiles.chain(tls.certificate()))
                .flatMap(Certificates::own)
                .map(CertificateNames::of)
                .orElseThrow(() -> Problem.invalid("tls.certificate", "must be one that is there")
                        .asException());
        for (DomainName name : wanted.names()) {
            if (!CertificateNames.cover(certified, new CertificateName(name.text()))) {
                throw Problem.invalid("tls.certificate", "must be good for " + name)
                        .asException();
            }
        }
    }

    private static Optional<X509Certificate> own(Content chain) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(chain.bytes())));
        } catch (CertificateException changedByHand) {
            return Optional.empty();
        }
    }
}
