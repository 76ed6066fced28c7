package dev.npanel.panel.work;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/jobs} (C7). */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("jobs")
public final class JobsResource implements Resource {
    static final Permission WATCH = new Permission("job.watch", Access.OWNER);
    private static final Permission LIST = new Permission("job.list", Access.OWNER);
    private static final Permission READ = new Permission("job.read", Access.OWNER);
    private static final Permission CANCEL = new Permission("job.cancel", Access.OWNER);
    static final Contract CONTRACT = new Contract("job", List.of(), List.of(LIST, READ, CANCEL, WATCH));

    /** After every id. */
    private static final String END = "~";

    private final StoredJobs jobs;
    private final Gate gate;
    private final Privileged privileged;

    @Activate
    public JobsResource(@Reference StoredJobs jobs, @Reference Gate gate, @Reference Privileged privileged) {
        this.jobs = jobs;
        this.gate = gate;
        this.privileged = privileged;
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @GET
    @Requires("job.list")
    public Page<JobView> list(
            @Context CallContext context,
            @QueryParam("account") @Nullable AccountName account,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        AccountName whose = gate.whose(context.caller(), LIST, account);
        int most = Page.limit(limit);
        return Page.of(jobs.page(whose, Objects.requireNonNullElse(after, END), most + 1), most, Job::id)
                .map(Job::view);
    }

    @GET
    @Path("{id}")
    @Requires("job.read")
    public JobView read(@Context CallContext context, @PathParam("id") String id) {
        return job(context, READ, id).view();
    }

    @POST
    @Path("{id}/cancel")
    @Requires("job.cancel")
    public JobView cancel(@Context CallContext context, @PathParam("id") String id) {
        Job job = job(context, CANCEL, id);
        return privileged.perform(context, CANCEL, new Scope.Account(job.by()), () -> {
            if (!context.dryRun()) {
                jobs.cancel(job);
            }
            return job(context, READ, id).view();
        });
    }

    private Job job(CallContext context, Permission permission, String id) {
        Optional<Job> job = jobs.find(id);
        gate.check(
                context.caller(),
                permission,
                job.map(Job::by).<Scope>map(Scope.Account::new).orElseGet(Scope.Server::new));
        return job.orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "job.not-found", "There is no such job.")
                .asException());
    }
}
