package dev.npanel.panel.change;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.action.Contract;
import dev.npanel.api.change.ChangeDetail;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePage;
import dev.npanel.api.change.ChangeSummary;
import dev.npanel.api.change.Changes;
import dev.npanel.api.change.Changes.ListChanges;
import dev.npanel.api.change.Changes.ReadChange;
import dev.npanel.api.change.Changes.RevertChange;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/changes}. Users say with {@code ?domain=} which of their domains the change was about; the agent refuses to show
 * another one's.
 */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("changes")
public final class ChangesResource implements Resource {
    private final Agent agent;
    private final Domains domains;

    @Activate
    public ChangesResource(@Reference Agent agent, @Reference Domains domains) {
        this.agent = agent;
        this.domains = domains;
    }

    @Override
    public Contract contract() {
        return Changes.CONTRACT;
    }

    @GET
    @Requires("change.list")
    public Page<ChangeSummary> list(
            @Context CallContext context,
            @QueryParam("domain") @Nullable DomainName domain,
            @QueryParam("after") @Nullable ChangeId after,
            @QueryParam("limit") @Nullable Integer limit) {
        ChangePage page = agent.read(
                context, Changes.LIST, new ListChanges(domain, since(context, domain), after, Page.limit(limit)));
        return new Page<>(
                page.changes(), page.next() == null ? null : page.next().text());
    }

    @GET
    @Path("{id}")
    @Requires("change.read")
    public ChangeDetail read(
            @Context CallContext context,
            @PathParam("id") ChangeId id,
            @QueryParam("domain") @Nullable DomainName domain) {
        return agent.read(context, Changes.READ, new ReadChange(id, domain, since(context, domain)));
    }

    @POST
    @Path("{id}/revert")
    @Requires("change.revert")
    @Answers(ChangeSummary.class)
    public Response revert(
            @Context CallContext context,
            @PathParam("id") ChangeId id,
            @QueryParam("domain") @Nullable DomainName domain) {
        return Reply.ok(agent.call(context, Changes.REVERT, new RevertChange(id, domain, since(context, domain))));
    }

    /** Of a domain that was somebody else's before, users see what is theirs. */
    private @Nullable Instant since(CallContext context, @Nullable DomainName domain) {
        return domain == null || context.caller().role() == Role.ADMINISTRATOR
                ? null
                : domains.ownedSince(domain).orElseGet(Instant::now);
    }
}
