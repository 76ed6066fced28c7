package dev.npanel.ssl.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some certificates.
 *
 * @param next what to ask for as {@code after} to go on, or null at the end
 */
public record CertificatePage(
        List<CertificateInfo> items, @Nullable CertificateId next) {
    public CertificatePage {
        items = List.copyOf(items);
    }
}
