package dev.npanel.ssl.ca;

import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.Chain;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with a certificate authority, one question at a time. Implemented by plugins on the panel's side and registered
 * as an OSGi service of this type; thread-safe. Nothing is remembered between two questions: what is under way is named by the
 * authority's own address, so that it goes on after a restart. Answers in seconds; what takes longer is looked at again.
 *
 * <p>Every method may end in {@code UNAVAILABLE}, when the authority does not answer, in {@code LIMIT} with the time to wait, or in
 * {@code CONFLICT ssl.authority.unset}, when nobody has accepted its terms yet. What it refuses is {@code CONFLICT
 * ssl.authority.refused} with its reason.
 */
public interface CertificateAuthority {
    /** The authority as it is set up, or empty when it is not. */
    Optional<Registration> registration();

    /** Registers with an authority, or takes up the registration that there is. Its terms count as accepted. */
    Registration register(Enrolment enrolment);

    /**
     * Asks for a certificate.
     *
     * @param replaces the certificate that it is to replace, for authorities that count renewals less strictly (RFC 9773); or null
     * @return the order's address
     */
    URI order(List<CertificateName> names, @Nullable Chain replaces);

    /** How far an order is. */
    OrderState look(URI order);

    /** The word that a challenge can be looked at. */
    void ready(URI challenge);

    /** Has the certificate made. */
    void complete(URI order, String csr);

    /** The certificate of a finished order. */
    Chain fetch(URI order);

    /** Tells the world that a certificate is not to be relied on any more. */
    void revoke(Chain certificate);

    /** How CAA records name the authority (RFC 8659); empty when it does not say. */
    List<String> identities();

    /** When the authority wants a certificate renewed, if it says so (RFC 9773). */
    Optional<RenewalWindow> renewal(Chain certificate);
}
