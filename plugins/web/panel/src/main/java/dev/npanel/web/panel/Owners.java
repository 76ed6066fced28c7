package dev.npanel.web.panel;

import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.web.Web;
import dev.npanel.web.site.Site;
import dev.npanel.web.site.Upstream;
import dev.npanel.web.vhost.Tls;
import dev.npanel.web.vhost.Vhost;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose a virtual host is, and what it may lead to. Thread-safe. */
@Component(service = Owners.class)
public final class Owners {
    /** nPanel itself and the interface of a name server: on the loopback, but no tenant's. */
    private static final Set<Integer> OURS = Set.of(8081, 8443);

    private final Domains domains;
    private final Privileged privileged;

    @Activate
    public Owners(@Reference Domains domains, @Reference Privileged privileged) {
        this.domains = domains;
        this.privileged = privileged;
    }

    /** The account that the domain belongs to, which is the only one that a caller may name. */
    AccountName of(DomainName domain, @Nullable AccountName named) {
        AccountName owner = domains.ownerOf(domain).orElseThrow(Owners::notYours);
        if (named != null && !named.equals(owner)) {
            throw Problem.invalid("username", "must be the account that the domain belongs to")
                    .asException();
        }
        return owner;
    }

    /** Throws unless all names of the virtual host are its account's. */
    void requireNames(Vhost vhost) {
        for (DomainName name : vhost.names()) {
            if (domains.ownerOf(name).filter(vhost.account()::equals).isEmpty()) {
                throw notYours();
            }
        }
    }

    /** Throws when the certificate is another account's. */
    void requireCertificate(Vhost vhost) {
        Tls tls = vhost.tls();
        if (tls != null
                && domains.ownerOf(tls.certificate().domain())
                        .filter(vhost.account()::equals)
                        .isEmpty()) {
            throw notYours();
        }
    }

    /** Throws unless the caller may have requests handed to where this site hands them. */
    void requireUpstream(CallContext caller, Site site) {
        if (site instanceof Site.Proxy proxy && !isOfTenants(proxy.upstream())) {
            privileged.perform(caller, Web.UPSTREAM_ANY, new Scope.Server(), proxy::upstream);
        }
    }

    /** Throws unless the caller may have the web server told what it is told here. */
    void requireDirectives(CallContext caller, Vhost vhost) {
        privileged.perform(caller, Web.DIRECTIVES, new Scope.Domain(vhost.domain()), vhost::directives);
    }

    private static ProblemException notYours() {
        return Problem.of(ProblemKind.FORBIDDEN, "forbidden", "This is not yours to do.")
                .asException();
    }

    private static boolean isOfTenants(Upstream upstream) {
        return upstream.isOfTenants() && !OURS.contains(upstream.port());
    }
}
