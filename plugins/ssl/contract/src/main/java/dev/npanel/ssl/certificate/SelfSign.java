package dev.npanel.ssl.certificate;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.ssl.key.KeyType;
import java.util.List;

/**
 * Asks for a certificate that nobody vouches for.
 *
 * @param days how long it is valid, 1 to 825
 */
public record SelfSign(List<CertificateName> names, KeyType key, int days) implements Scoped {
    private static final int MAX_DAYS = 825;

    public SelfSign {
        names = CertificateNames.check(names);
        if (days < 1 || days > MAX_DAYS) {
            throw Problem.invalid("days", "must be 1 to " + MAX_DAYS).asException();
        }
    }

    /** What it is to be called. */
    public CertificateId id() {
        return CertificateId.of(names.get(0));
    }

    @Override
    public Scope scope() {
        return CertificateNames.scope(names);
    }
}
