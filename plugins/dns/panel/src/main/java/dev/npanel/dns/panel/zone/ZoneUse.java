package dev.npanel.dns.panel.zone;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.domain.DomainUse;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.rest.CallContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A domain is in use while there is a zone of it, or below it for a name that is no domain of its own. */
@Component(service = DomainUse.class)
public final class ZoneUse implements DomainUse {
    private static final int PAGE = 1_000;

    private final Agent agent;
    private final Domains domains;

    @Activate
    public ZoneUse(@Reference Agent agent, @Reference Domains domains) {
        this.agent = agent;
        this.domains = domains;
    }

    @Override
    public Optional<String> of(DomainName domain, CallContext context) {
        Predicate<DomainName> own = domains.belongingTo(domain);
        return agent.read(context, Dns.ZONE_LIST, new ListZones(List.of(domain), null, PAGE)).items().stream()
                .filter(zone -> own.test(zone.zone()))
                .findFirst()
                .map(zone -> "the DNS zone " + zone.zone());
    }
}
