package dev.npanel.web.panel;

import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.domain.DomainUse;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.ListVhosts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A domain is in use while a virtual host answers to it, or to a name below it that is no domain of its own. */
@Component(service = DomainUse.class)
public final class VhostUse implements DomainUse {
    private static final int PAGE = 10_000;

    private final Agent agent;
    private final Domains domains;

    @Activate
    public VhostUse(@Reference Agent agent, @Reference Domains domains) {
        this.agent = agent;
        this.domains = domains;
    }

    @Override
    public Optional<String> of(DomainName domain, CallContext context) {
        List<DomainName> all = domains.ownerOf(domain).map(domains::ownedBy).orElse(List.of());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Predicate<DomainName> own = domains.belongingTo(domain);
        return agent.read(context, Web.VHOST_LIST, new ListVhosts(all, null, PAGE)).vhosts().stream()
                .filter(vhost -> vhost.names().stream().anyMatch(own))
                .findFirst()
                .map(vhost -> "the web site " + vhost.domain());
    }
}
