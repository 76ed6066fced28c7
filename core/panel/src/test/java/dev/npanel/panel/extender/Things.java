package dev.npanel.panel.extender;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Forwarded;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.rest.Anonymous;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A resource with one of everything. */
@Path("things")
public final class Things implements Resource {
    static final Contract CONTRACT = new Contract(
            "thing",
            List.of(),
            List.of(new Permission("thing.get", Access.OWNER), new Permission("thing.create", Access.OWNER)));

    final BlockingQueue<AsyncResponse> suspended = new LinkedBlockingQueue<>();

    /** Of a thing. */
    enum Colour {
        RED,
        GREEN
    }

    /** A body. */
    public record Thing(String name, int size) {}

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @GET
    @Path("{domain}")
    @Requires("thing.get")
    public Map<String, Object> get(
            @Context CallContext caller,
            @PathParam("domain") DomainName domain,
            @QueryParam("limit") Integer limit,
            @QueryParam("colour") @DefaultValue("GREEN") Colour colour,
            @QueryParam("fast") @DefaultValue("false") boolean fast,
            @QueryParam("tag") List<String> tags) {
        return Map.of(
                "domain",
                domain,
                "by",
                caller.caller().account(),
                "dryRun",
                caller.dryRun(),
                "limit",
                limit == null ? 0 : limit,
                "colour",
                colour,
                "fast",
                fast,
                "tags",
                tags);
    }

    @GET
    @Path("forwarded/now")
    @Requires("thing.get")
    public Forwarded<Thing> forwarded() {
        return Forwarded.of(new Thing("as it is", 7));
    }

    @POST
    @Requires("thing.create")
    public Response create(@Context CallContext caller, Thing thing) {
        return Response.status(Response.Status.CREATED).entity(thing).build();
    }

    @DELETE
    @Path("{domain}")
    @Requires("thing.create")
    public void delete(@PathParam("domain") DomainName domain) {
        // nothing to do
    }

    @POST
    @Path("open")
    @Anonymous(because = "of the test")
    public Map<String, String> open(@Context GuardedRequest request, Thing thing) {
        return Map.of("peer", request.peer(), "name", thing.name());
    }

    @POST
    @Path("text")
    @Consumes(MediaType.TEXT_PLAIN)
    @Requires("thing.create")
    public Thing text(String text) {
        return new Thing("text", text.length());
    }

    @GET
    @Path("broken/now")
    @Requires("thing.get")
    @SuppressWarnings("DoNotCallSuggester") // that it throws is what is tested
    public Thing broken() {
        throw new IllegalStateException("/etc/shadow");
    }

    @GET
    @Path("later/now")
    @Anonymous(because = "of the test")
    public void later(@Suspended AsyncResponse response) {
        suspended.add(response);
    }

    @GET
    @Path("events/now")
    @Anonymous(because = "of the test")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse) {
        try (sink) {
            sink.send(sse.newEvent("first", "1"));
        }
    }
}
