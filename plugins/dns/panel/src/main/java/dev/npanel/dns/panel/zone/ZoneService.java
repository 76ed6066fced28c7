package dev.npanel.dns.panel.zone;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.Dns;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.domain.DomainService;
import dev.npanel.panel.domain.DomainUse;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.rest.CallContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The zone of a domain. A domain has one while there is a zone of it, or below it for a name that is no domain of its own. */
@Component(service = {DomainService.class, DomainUse.class})
public final class ZoneService implements DomainService {
    private static final int PAGE = 1_000;

    private final Agent agent;
    private final Domains domains;
    private final ZoneDrafts drafts;

    @Activate
    public ZoneService(@Reference Agent agent, @Reference Domains domains, @Reference ZoneDrafts drafts) {
        this.drafts = drafts;
        this.agent = agent;
        this.domains = domains;
    }

    @Override
    public String name() {
        return "zone";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean isThere(DomainName domain, CallContext context) {
        return agent.find(context, Dns.ZONE_READ, new ReadZone(domain)).isPresent();
    }

    @Override
    public Optional<String> of(DomainName domain, CallContext context) {
        return belonging(domain, context).findFirst().map(zone -> "the DNS zone " + zone);
    }

    @Override
    public JobResult setUp(DomainName domain, CallContext context) {
        agent.call(context, Dns.ZONE_CREATE, drafts.of(NewZone.usual(domain)));
        return new JobResult.Done("the DNS zone " + domain + " is there.");
    }

    @Override
    public JobResult takeDown(DomainName domain, CallContext context) {
        belonging(domain, context).toList().forEach(zone -> agent.call(context, Dns.ZONE_DELETE, new DeleteZone(zone)));
        return new JobResult.Done("its DNS zones are gone.");
    }

    private Stream<DomainName> belonging(DomainName domain, CallContext context) {
        return agent.read(context, Dns.ZONE_LIST, new ListZones(DomainSet.of(domain), null, PAGE)).items().stream()
                .map(ZoneInfo::zone)
                .filter(domains.belongingTo(domain));
    }
}
