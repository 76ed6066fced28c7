package dev.npanel.web.panel;

import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.domain.DomainService;
import dev.npanel.panel.domain.DomainUse;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.Tls;
import dev.npanel.web.vhost.UpdateVhost;
import dev.npanel.web.vhost.Vhost;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** HTTPS of a domain's site: forced, with the certificate of the domain's name. */
@Component(service = {DomainService.class, DomainUse.class})
public final class HttpsService implements DomainService {
    private final Agent agent;
    private final Neighbours neighbours;

    @Activate
    public HttpsService(@Reference Agent agent, @Reference Neighbours neighbours) {
        this.agent = agent;
        this.neighbours = neighbours;
    }

    @Override
    public String name() {
        return "https";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<String> needs() {
        return List.of("site", "certificate");
    }

    @Override
    public boolean isThere(DomainName domain, CallContext context) {
        return of(domain, context).isPresent();
    }

    @Override
    public Optional<String> of(DomainName domain, CallContext context) {
        return SiteService.find(agent, domain, context)
                .filter(vhost -> vhost.tls() != null)
                .map(vhost -> "HTTPS at " + domain);
    }

    @Override
    public JobResult setUp(DomainName domain, CallContext context) {
        put(domain, new Tls(new CertificateId(domain.text()), true, 0), context);
        return new JobResult.Done("the web site " + domain + " is served by HTTPS.");
    }

    @Override
    public JobResult takeDown(DomainName domain, CallContext context) {
        put(domain, null, context);
        return new JobResult.Done("the web site " + domain + " uses no certificate.");
    }

    private void put(DomainName domain, @Nullable Tls tls, CallContext context) {
        Optional<Vhost> vhost = SiteService.find(agent, domain, context);
        vhost.ifPresent(present -> neighbours.call(context, Web.VHOST_UPDATE, new UpdateVhost(present.withTls(tls))));
    }
}
