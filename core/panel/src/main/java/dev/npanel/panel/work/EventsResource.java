package dev.npanel.panel.work;

import dev.npanel.api.action.Contract;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /api/events}: server-sent events, {@code job} with a job as its data (C7). */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("events")
public final class EventsResource implements Resource {
    private final Events events;

    @Activate
    public EventsResource(@Reference Events events) {
        this.events = events;
    }

    @Override
    public Contract contract() {
        return JobsResource.CONTRACT;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires("job.watch")
    public void watch(@Context CallContext context, @Context SseEventSink sink, @Context Sse sse) {
        events.listen(context.caller().account(), sse, sink);
    }
}
