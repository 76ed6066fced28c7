package dev.npanel.ssl.panel.certificate;

import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.panel.renewal.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that somebody should look at.
 *
 * @param days until it is no longer valid; below zero when it is not any more
 * @param autoRenew whether it is renewed without being asked
 * @param failures tries to renew it in a row that failed
 * @param failure why the last of them did, or null
 * @param nextTry when it is tried again, or null
 */
public record Expiring(
        CertificateInfo certificate,
        long days,
        boolean autoRenew,
        int failures,
        @Nullable String failure,
        @Nullable Instant nextTry) {
    private static final Duration WARNING = Duration.ofDays(30);

    /** What there is to say, when fewer than 30 days are left, or when its renewal fails. */
    static Optional<Expiring> of(CertificateInfo certificate, List<Renewal> renewals, Instant now) {
        Renewal renewal = renewals.stream()
                .filter(each -> each.id().equals(certificate.id()))
                .findFirst()
                .orElse(null);
        Duration left = Duration.between(now, certificate.notAfter());
        boolean failing = renewal != null && renewal.failures() > 0;
        if (left.compareTo(WARNING) >= 0 && !failing) {
            return Optional.empty();
        }
        return Optional.of(new Expiring(
                certificate,
                left.toDays(),
                renewal != null && renewal.auto(),
                renewal == null ? 0 : renewal.failures(),
                renewal == null ? null : renewal.failure(),
                renewal == null || !renewal.auto() ? null : renewal.next()));
    }
}
