package dev.npanel.ssl.certificate;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of certificates, in the order of their ids.
 *
 * @param domains those of these domains and what is below them; null for all of the server
 * @param after the id after which to go on, or null
 * @param limit 1 to 1,000
 */
public record ListCertificates(
        @Nullable DomainSet domains, @Nullable CertificateId after, int limit) implements Scoped {
    private static final int MAX_LIMIT = 1_000;

    public ListCertificates {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit", "must be 1 to " + MAX_LIMIT).asException();
        }
    }

    @Override
    public Scope scope() {
        return domains == null ? new Scope.Server() : new Scope.Domains(domains);
    }
}
