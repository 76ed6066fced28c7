package dev.npanel.panel.domain;

import dev.npanel.api.value.DomainName;
import dev.npanel.panel.rest.CallContext;
import java.util.Optional;

/**
 * Says whether a kind holds something of a domain, so that no domain is given up while a service still answers for it.
 * Implemented by the panel bundles of kinds, registered as an OSGi service of this type; called from any thread, and rarely.
 */
public interface DomainUse {
    /**
     * What there is of the domain, for people ({@code a DNS zone}), or empty when there is nothing.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code UNAVAILABLE} when that cannot be known just now; the domain then
     *     stays
     */
    Optional<String> of(DomainName domain, CallContext context);
}
