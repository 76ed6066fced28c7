package dev.npanel.panel.registry;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.registry.DomainJob.Order;
import dev.npanel.panel.registry.DomainJob.Task;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/domains/removed}: domains that were taken away with everything, and can be had back. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("domains/removed")
public final class RemovedDomainsResource implements Resource {
    private final RemovedDomains removed;
    private final DomainServices services;
    private final Jobs jobs;
    private final Gate gate;
    private final AuditLog audit;

    /**
     * A removed domain as the API shows it.
     *
     * @param account whose it was
     * @param until when it can no longer be had back; earlier on a server with more than 10,000 changes in that time
     * @param things what it had; of each sort, the first
     */
    public record RemovedView(
            DomainName name, String unicode, AccountName account, Instant removed, Instant until, List<String> things) {
        public RemovedView {
            things = List.copyOf(things);
        }
    }

    @Activate
    public RemovedDomainsResource(
            @Reference RemovedDomains removed,
            @Reference DomainServices services,
            @Reference Jobs jobs,
            @Reference Gate gate,
            @Reference AuditLog audit) {
        this.removed = removed;
        this.services = services;
        this.jobs = jobs;
        this.gate = gate;
        this.audit = audit;
    }

    @Override
    public Contract contract() {
        return DomainsResource.CONTRACT;
    }

    @GET
    @Requires("domain.list")
    public Page<RemovedView> list(
            @Context CallContext context,
            @QueryParam("account") @Nullable AccountName account,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        AccountName whose = gate.whose(context.caller(), DomainsResource.LIST, account);
        int asked = Page.limit(limit);
        String from = Objects.requireNonNullElse(after, "");
        List<RemovedView> found = removed.list(whose).stream()
                .filter(each -> each.domain().text().compareTo(from) > 0)
                .limit(asked + 1L)
                .map(RemovedDomainsResource::view)
                .toList();
        return Page.of(found, asked, each -> each.name().text());
    }

    /** Gives the domain back to its account with all that it had, by a job with a step for each change that is reverted. */
    @POST
    @Path("{name}/restore")
    @Requires("domain.create")
    @Answers(value = JobView.class, status = 202)
    public Response restore(@Context CallContext context, @PathParam("name") DomainName name) {
        RemovedDomain wanted = removed.find(name)
                .filter(each -> mayHave(context, each))
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND, "domain.not-removed", "There is no such domain to restore.")
                        .asException());
        removed.give(wanted, true);
        if (context.dryRun()) {
            return Response.ok(view(wanted)).build();
        }
        JobView job = audit.around(
                Actor.of(context.caller()),
                DomainsResource.CREATE.name(),
                new Scope.Domain(name).toString(),
                () -> jobs.submit(
                        context, DomainJob.TYPE, name.text(), new Order(name, services.names(), Task.RESTORE)));
        return Reply.accepted(job);
    }

    /** Others are not told that there was such a domain. */
    private static boolean mayHave(CallContext context, RemovedDomain wanted) {
        return context.caller().role() == Role.ADMINISTRATOR
                || context.caller().account().equals(wanted.account());
    }

    private static RemovedView view(RemovedDomain removed) {
        return new RemovedView(
                removed.domain(),
                removed.domain().unicode(),
                removed.account(),
                removed.at(),
                RemovedDomains.end(removed),
                removed.things());
    }
}
