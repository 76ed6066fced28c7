package dev.npanel.web.panel;

import dev.npanel.api.action.Contract;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import dev.npanel.web.Web;
import dev.npanel.web.log.LogLines;
import dev.npanel.web.log.LogPart;
import dev.npanel.web.log.ReadLog;
import dev.npanel.web.log.ReadLogPart;
import dev.npanel.web.log.SiteLog;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a site has logged since its log was rotated last. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("web/vhosts/{domain}/logs")
public final class LogsResource implements Resource {
    /** Of a longer log the end is downloaded. */
    private static final long MOST = 64L << 20;

    private final Agent agent;

    @Activate
    public LogsResource(@Reference Agent agent) {
        this.agent = agent;
    }

    @Override
    public Contract contract() {
        return Web.CONTRACT;
    }

    /**
     * The last lines, the oldest first.
     *
     * @param lines 1 to 1,000
     * @param filter only those with this text
     * @param before what the page before has answered, for older ones
     */
    @GET
    @Path("{log}")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires("web.log.read")
    public LogLines read(
            @Context CallContext caller,
            @PathParam("domain") DomainName domain,
            @PathParam("log") LogName log,
            @QueryParam("lines") @DefaultValue("100") int lines,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("before") @Nullable Long before) {
        return agent.read(caller, Web.LOG_READ, new ReadLog(domain, log.log(), lines, filter, before));
    }

    /** All of it as text, of more than 64 MiB the end; characters that an eye does not see are written as in JSON. */
    @GET
    @Path("{log}/download")
    @Produces(MediaType.TEXT_PLAIN)
    @Requires("web.log.download")
    @Answers(String.class)
    public Response download(
            @Context CallContext caller, @PathParam("domain") DomainName domain, @PathParam("log") LogName log) {
        // asked for before the answer begins, so that a refusal is one
        long size = part(caller, domain, log.log(), Long.MAX_VALUE >> 1).size();
        LogPart first = part(caller, domain, log.log(), Math.max(0, size - MOST));
        StreamingOutput body = out -> write(caller, domain, log.log(), first, size, out);
        return Response.ok(body, "text/plain;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + domain + "-"
                                + log.log().name().toLowerCase(Locale.ROOT) + ".log\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private void write(CallContext caller, DomainName domain, SiteLog log, LogPart first, long end, OutputStream out)
            throws IOException {
        LogPart part = first;
        while (!part.lines().isEmpty()) {
            out.write((String.join("\n", part.lines()) + "\n").getBytes(StandardCharsets.UTF_8));
            if (part.next() >= end) {
                return;
            }
            part = part(caller, domain, log, part.next());
        }
    }

    private LogPart part(CallContext caller, DomainName domain, SiteLog log, long from) {
        return agent.read(caller, Web.LOG_DOWNLOAD, new ReadLogPart(domain, log, from));
    }
}
