package dev.npanel.ssl.certificate;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.TextValue;

/**
 * A name that a certificate is for: a domain name, or {@code *.} and one, which stands for every name one label longer (RFC
 * 6125 section 6.4.3). Unicode is taken and turned into A-labels as in {@link DomainName}.
 */
public record CertificateName(String text) implements TextValue, Comparable<CertificateName> {
    private static final String WILDCARD = "*.";

    public CertificateName {
        boolean wildcard = text.startsWith(WILDCARD);
        DomainName domain = new DomainName(wildcard ? text.substring(WILDCARD.length()) : text);
        text = wildcard ? WILDCARD + domain : domain.text();
    }

    /** The name of one host. */
    public static CertificateName of(DomainName domain) {
        return new CertificateName(domain.text());
    }

    /** The domain, without the wildcard: whose it is decides who may have the certificate. */
    public DomainName domain() {
        return new DomainName(isWildcard() ? text.substring(WILDCARD.length()) : text);
    }

    /** Whether it stands for many. */
    public boolean isWildcard() {
        return text.startsWith(WILDCARD);
    }

    /** Whether a certificate for this name is good for the other as well. */
    public boolean covers(CertificateName other) {
        int dot = other.text.indexOf('.');
        return equals(other)
                || (isWildcard()
                        && !other.isWildcard()
                        && other.text.substring(dot + 1).equals(domain().text()));
    }

    @Override
    public int compareTo(CertificateName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
