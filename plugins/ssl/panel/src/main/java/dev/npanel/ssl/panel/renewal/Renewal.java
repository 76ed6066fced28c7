package dev.npanel.ssl.panel.renewal;

import dev.npanel.api.value.AccountName;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.key.KeyType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that an authority has issued, and how it is to go on with it.
 *
 * @param account on whose behalf it is renewed
 * @param auto whether it is renewed without being asked
 * @param next when it is looked at again
 * @param failures tries in a row that failed
 * @param failure why the last failed, or null
 */
public record Renewal(
        CertificateId id,
        AccountName account,
        List<CertificateName> names,
        KeyType key,
        boolean auto,
        Instant next,
        int failures,
        @Nullable String failure) {
    public Renewal {
        names = List.copyOf(names);
    }

    Renewal auto(boolean wanted, Instant when) {
        return new Renewal(id, account, names, key, wanted, when, failures, failure);
    }

    Renewal next(Instant when) {
        return new Renewal(id, account, names, key, auto, when, failures, failure);
    }

    Renewal delayed(String why) {
        return new Renewal(id, account, names, key, auto, next, Math.max(1, failures), why);
    }

    Renewal failed(String why, Instant again) {
        return new Renewal(id, account, names, key, auto, again, failures + 1, why);
    }
}
