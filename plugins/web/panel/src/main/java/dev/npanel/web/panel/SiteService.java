package dev.npanel.web.panel;

import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.domain.DomainService;
import dev.npanel.panel.domain.DomainUse;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.CreateVhost;
import dev.npanel.web.vhost.DeleteVhost;
import dev.npanel.web.vhost.ListVhosts;
import dev.npanel.web.vhost.ReadVhost;
import dev.npanel.web.vhost.UpdateVhost;
import dev.npanel.web.vhost.Vhost;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The site of a domain: of PHP, in the account's home. A domain has a site while a virtual host answers to it, or to a name below it
 * that is no domain of its own.
 */
@Component(service = {DomainService.class, DomainUse.class})
public final class SiteService implements DomainService {
    private static final int PAGE = 10_000;

    private final Agent agent;
    private final Domains domains;
    private final VhostDrafts drafts;
    private final Neighbours neighbours;

    @Activate
    public SiteService(
            @Reference Agent agent,
            @Reference Domains domains,
            @Reference VhostDrafts drafts,
            @Reference Neighbours neighbours) {
        this.agent = agent;
        this.domains = domains;
        this.drafts = drafts;
        this.neighbours = neighbours;
    }

    @Override
    public String name() {
        return "site";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean isThere(DomainName domain, CallContext context) {
        return find(agent, domain, context).isPresent();
    }

    @Override
    public Optional<String> of(DomainName domain, CallContext context) {
        Predicate<DomainName> own = domains.belongingTo(domain);
        return belonging(domain, context)
                .findFirst()
                .map(vhost ->
                        (own.test(vhost.domain()) ? "the web site " : "a name of the web site ") + vhost.domain());
    }

    @Override
    public JobResult setUp(DomainName domain, CallContext context) {
        Vhost vhost = drafts.of(context, NewVhost.usual(domain));
        neighbours.call(context, Web.VHOST_CREATE, new CreateVhost(vhost));
        return new JobResult.Done("the web site " + domain + " is there.");
    }

    /** A site of another domain that answers to a name of this one stays, without the name. */
    @Override
    public JobResult takeDown(DomainName domain, CallContext context) {
        Predicate<DomainName> own = domains.belongingTo(domain);
        belonging(domain, context).toList().forEach(vhost -> {
            if (own.test(vhost.domain())) {
                neighbours.call(context, Web.VHOST_DELETE, new DeleteVhost(vhost.domain(), vhost.account(), true));
            } else {
                List<DomainName> others =
                        vhost.aliases().stream().filter(own.negate()).toList();
                neighbours.call(context, Web.VHOST_UPDATE, new UpdateVhost(vhost.withAliases(others)));
            }
        });
        return new JobResult.Done("its web sites are gone, their files are in the trash.");
    }

    /** The virtual host of the domain itself. */
    static Optional<Vhost> find(Agent agent, DomainName domain, CallContext context) {
        return agent.find(context, Web.VHOST_READ, new ReadVhost(domain));
    }

    private Stream<Vhost> belonging(DomainName domain, CallContext context) {
        Predicate<DomainName> own = domains.belongingTo(domain);
        return domains.ownerOf(domain).map(domains::ownedBy).filter(all -> !all.isEmpty()).stream()
                .flatMap(all -> agent.read(context, Web.VHOST_LIST, new ListVhosts(all, null, PAGE)).vhosts().stream())
                .filter(vhost -> vhost.names().stream().anyMatch(own));
    }
}
