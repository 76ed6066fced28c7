package dev.npanel.ssl.ca;

import dev.npanel.ssl.certificate.CertificateName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an order is.
 *
 * @param proofs what is to be shown for names that have not been shown to be ours yet
 * @param pause how long the authority wants to be left alone, or null when it does not say
 * @param failure why it refused, for people, or null
 */
public record OrderState(
        Status status,
        List<Proof> proofs,
        @Nullable Duration pause,
        @Nullable String failure) {
    public OrderState {
        proofs = List.copyOf(proofs);
    }

    /** RFC 8555 section 7.1.6. */
    public enum Status {
        /** Something is to be shown first. */
        PENDING,
        /** All is shown: it can be {@link CertificateAuthority#complete completed}. */
        READY,
        /** The certificate is being made. */
        PROCESSING,
        /** It can be {@link CertificateAuthority#fetch fetched}. */
        VALID,
        /** Over without a certificate. */
        INVALID
    }

    /**
     * A way to show that a name is ours.
     *
     * @param answer for HTTP the content of the file, for DNS that of the TXT record
     * @param asked whether the authority was told already that it is {@link CertificateAuthority#ready ready}
     */
    public record Proof(
            CertificateName name, Method method, URI challenge, String token, String answer, boolean asked) {}

    /** How it can be shown. */
    public enum Method {
        /** A file below {@code /.well-known/acme-challenge/}. */
        HTTP,
        /** A record {@code _acme-challenge}. */
        DNS
    }
}
