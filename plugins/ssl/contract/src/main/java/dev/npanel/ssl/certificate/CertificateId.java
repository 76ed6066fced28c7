package dev.npanel.ssl.certificate;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.TextValue;

/**
 * Names a certificate through all its renewals: the first of its names, {@code example.com}, with {@code _.} in place of
 * {@code *.}. It is the name of the directory, too.
 */
public record CertificateId(String text) implements TextValue, Comparable<CertificateId> {
    private static final String ANY = "_.";

    public CertificateId {
        boolean any = text.startsWith(ANY);
        DomainName domain = new DomainName(any ? text.substring(ANY.length()) : text);
        text = any ? ANY + domain : domain.text();
    }

    /** That of the certificate whose first name this is. */
    public static CertificateId of(CertificateName first) {
        return new CertificateId(first.isWildcard() ? ANY + first.domain() : first.text());
    }

    /** The domain whose owner owns the certificate. */
    public DomainName domain() {
        return new DomainName(text.startsWith(ANY) ? text.substring(ANY.length()) : text);
    }

    @Override
    public int compareTo(CertificateId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
