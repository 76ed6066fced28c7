package dev.npanel.ssl.certificate;

import java.util.List;

/**
 * A certificate that has been put in its place.
 *
 * @param usedBy the units whose configuration refers to it, which have been reloaded; empty when nothing serves it yet
 */
public record InstalledCertificate(CertificateInfo certificate, List<String> usedBy) {
    public InstalledCertificate {
        usedBy = List.copyOf(usedBy);
    }
}
