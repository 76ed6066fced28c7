package dev.npanel.dns.panel.masterfile;

import dev.npanel.api.action.Contract;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.zone.ExportZone;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A zone as a file. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("dns/{domain}/export")
public final class ExportResource implements Resource {
    private final Agent agent;

    @Activate
    public ExportResource(@Reference Agent agent) {
        this.agent = agent;
    }

    @Override
    public Contract contract() {
        return Dns.CONTRACT;
    }

    /** The zone in the format of RFC 1035; ASCII. */
    @GET
    @Produces("text/dns")
    @Requires("dns.zone.export")
    @Answers(String.class)
    public Response export(@Context CallContext caller, @PathParam("domain") DomainName zone) {
        String file = ZoneFileWriter.write(agent.read(caller, Dns.ZONE_EXPORT, new ExportZone(zone)));
        return Response.ok(file, "text/dns;charset=US-ASCII")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + zone + ".zone\"")
                .build();
    }
}
