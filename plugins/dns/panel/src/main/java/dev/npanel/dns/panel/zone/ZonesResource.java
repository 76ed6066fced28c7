package dev.npanel.dns.panel.zone;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Contract;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.Dns;
import dev.npanel.dns.panel.template.SoaFields;
import dev.npanel.dns.zone.CheckZone;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.dns.zone.ReadSoa;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.UpdateSoa;
import dev.npanel.dns.zone.ZoneReport;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Zones: D1, D6, and what is beside them. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("dns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ZonesResource implements Resource {
    private final Agent agent;
    private final Domains domains;
    private final ZoneDrafts drafts;

    @Activate
    public ZonesResource(@Reference Agent agent, @Reference Domains domains, @Reference ZoneDrafts drafts) {
        this.agent = agent;
        this.domains = domains;
        this.drafts = drafts;
    }

    @Override
    public Contract contract() {
        return Dns.CONTRACT;
    }

    @POST
    @Requires("dns.zone.create")
    @Answers(value = ZoneView.class, status = 201)
    public Response create(@Context CallContext caller, NewZone wanted) {
        return Reply.created(agent.call(caller, Dns.ZONE_CREATE, drafts.of(wanted)), ZoneView::of);
    }

    /** The zones of the caller's domains, for an administrator those of the server; by pages. */
    @GET
    @Requires("dns.zone.list")
    public ZoneView.Page list(
            @Context CallContext caller,
            @QueryParam("after") @Nullable DomainName after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        boolean everything = caller.caller().role() == Caller.Role.ADMINISTRATOR;
        DomainSet own = everything ? null : domains.ownedBy(caller.caller().account());
        ListZones wanted = new ListZones(own, after, limit);
        return own != null && own.isEmpty()
                ? new ZoneView.Page(List.of(), null)
                : ZoneView.Page.of(agent.read(caller, Dns.ZONE_LIST, wanted));
    }

    @GET
    @Path("{domain}")
    @Requires("dns.zone.read")
    public ZoneView read(@Context CallContext caller, @PathParam("domain") DomainName zone) {
        return ZoneView.of(agent.read(caller, Dns.ZONE_READ, new ReadZone(zone)));
    }

    @DELETE
    @Path("{domain}")
    @Requires("dns.zone.delete")
    @Answers(ZoneView.class)
    public Response delete(@Context CallContext caller, @PathParam("domain") DomainName zone) {
        return Reply.ok(agent.call(caller, Dns.ZONE_DELETE, new DeleteZone(zone)), ZoneView::of);
    }

    @GET
    @Path("{domain}/soa")
    @Requires("dns.soa.read")
    public Soa readSoa(@Context CallContext caller, @PathParam("domain") DomainName zone) {
        return agent.read(caller, Dns.SOA_READ, new ReadSoa(zone));
    }

    /** Other fields for the start of authority; those that are not there stay. The serial rises in any case. */
    @PUT
    @Path("{domain}/soa")
    @Requires("dns.soa.update")
    @Answers(ZoneView.class)
    public Response updateSoa(@Context CallContext caller, @PathParam("domain") DomainName zone, SoaFields fields) {
        Soa wanted = fields.over(readSoa(caller, zone));
        return Reply.ok(agent.call(caller, Dns.SOA_UPDATE, new UpdateSoa(zone, wanted)), ZoneView::of);
    }

    @POST
    @Path("{domain}/validate")
    @Requires("dns.zone.check")
    public ZoneReport validate(@Context CallContext caller, @PathParam("domain") DomainName zone) {
        return agent.read(caller, Dns.ZONE_CHECK, new CheckZone(zone));
    }
}
