package dev.npanel.dns.panel.record;

import dev.npanel.api.action.Contract;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.panel.Violations;
import dev.npanel.dns.record.ChangeRecords;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.DeleteRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.ReadRecord;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.UpdateRecord;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** D2 to D5, and several of them at once. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("dns/{domain}/records")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecordsResource implements Resource {
    private final Agent agent;

    @Activate
    public RecordsResource(@Reference Agent agent) {
        this.agent = agent;
    }

    @Override
    public Contract contract() {
        return Dns.CONTRACT;
    }

    /** The records of a zone, by pages; {@code name} as a person writes it, {@code search} in names and contents. */
    @GET
    @Requires("dns.record.list")
    public RecordViews.Page list(
            @Context CallContext caller,
            @PathParam("domain") DomainName zone,
            @QueryParam("name") @Nullable String name,
            @QueryParam("type") @Nullable RecordType type,
            @QueryParam("search") @Nullable String search,
            @QueryParam("after") @Nullable RecordId after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Violations violations = new Violations();
        Optional<RecordName> owner = name == null || name.isEmpty()
                ? Optional.empty()
                : violations.check("name", () -> RecordName.in(zone, name));
        String text = search == null || search.isEmpty() ? null : search;
        ListRecords wanted = violations.orThrow(
                violations.check("", () -> new ListRecords(zone, owner.orElse(null), type, text, after, limit)));
        return RecordViews.Page.of(agent.read(caller, Dns.RECORD_LIST, wanted));
    }

    @POST
    @Requires("dns.record.create")
    @Answers(value = RecordView.class, status = 201)
    public Response create(@Context CallContext caller, @PathParam("domain") DomainName zone, NewRecord record) {
        ResourceRecord wanted = checked(zone, record);
        return Reply.created(agent.call(caller, Dns.RECORD_CREATE, new CreateRecord(zone, wanted)), RecordView::of);
    }

    /** Several changes, all or none. */
    @PATCH
    @Requires("dns.record.change")
    @Answers(RecordViews.Changed.class)
    public Response change(@Context CallContext caller, @PathParam("domain") DomainName zone, RecordEdits edits) {
        EditedRecords edited = new EditedRecords(edits);
        ChangeRecords wanted = edited.in(zone);
        try {
            return Reply.ok(agent.call(caller, Dns.RECORD_CHANGE, wanted), RecordViews.Changed::of);
        } catch (ProblemException refused) {
            throw edited.translated(refused);
        }
    }

    @GET
    @Path("{id}")
    @Requires("dns.record.read")
    public RecordView read(
            @Context CallContext caller, @PathParam("domain") DomainName zone, @PathParam("id") RecordId id) {
        return RecordView.of(agent.read(caller, Dns.RECORD_READ, new ReadRecord(zone, id)));
    }

    /** Another content and TTL; with another name or type the record is moved, in one change, and gets another id. */
    @PUT
    @Path("{id}")
    @Requires("dns.record.update")
    @Answers(RecordView.class)
    public Response update(
            @Context CallContext caller,
            @PathParam("domain") DomainName zone,
            @PathParam("id") RecordId id,
            RecordUpdate update) {
        Violations violations = new Violations();
        if (update.id() != null && !update.id().equals(id)) {
            violations.add("id", "must be the id of the path, or absent");
        }
        boolean stays = violations.orThrow(violations.check("name", () -> update.staysAt(zone, id)));
        int ttl = update.ttl() == null
                ? agent.read(caller, Dns.RECORD_READ, new ReadRecord(zone, id)).ttl()
                : update.ttl();
        return stays ? replace(caller, zone, id, update, ttl) : move(caller, zone, id, update, ttl);
    }

    @DELETE
    @Path("{id}")
    @Requires("dns.record.delete")
    @Answers(RecordView.class)
    public Response delete(
            @Context CallContext caller, @PathParam("domain") DomainName zone, @PathParam("id") RecordId id) {
        return Reply.ok(agent.call(caller, Dns.RECORD_DELETE, new DeleteRecord(zone, id)), RecordView::of);
    }

    private Response replace(CallContext caller, DomainName zone, RecordId id, RecordUpdate update, int ttl) {
        UpdateRecord wanted = new UpdateRecord(zone, new RecordChange.Update(id, ttl, update.content(zone, id)));
        return Reply.ok(agent.call(caller, Dns.RECORD_UPDATE, wanted), RecordView::of);
    }

    private Response move(CallContext caller, DomainName zone, RecordId id, RecordUpdate update, int ttl) {
        List<RecordChange> changes =
                List.of(new RecordChange.Delete(id), new RecordChange.Add(checked(zone, update.moved(id, ttl))));
        return Reply.ok(
                agent.call(caller, Dns.RECORD_CHANGE, new ChangeRecords(zone, changes)),
                changed -> RecordView.of(changed.records().get(1)));
    }

    private static ResourceRecord checked(DomainName zone, NewRecord record) {
        Violations violations = new Violations();
        return violations.orThrow(record.in(zone, "", violations));
    }
}
