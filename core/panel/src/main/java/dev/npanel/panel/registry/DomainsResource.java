package dev.npanel.panel.registry;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.domain.DomainUse;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code /api/domains}. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("domains")
public final class DomainsResource implements Resource {
    static final Permission CREATE = new Permission("domain.create", Access.OWNER);
    static final Permission LIST = new Permission("domain.list", Access.OWNER);
    private static final Permission READ = new Permission("domain.read", Access.OWNER);
    static final Permission REMOVE = new Permission("domain.delete", Access.OWNER);
    static final Contract CONTRACT = new Contract("domain", List.of(), List.of(CREATE, LIST, READ, REMOVE));

    private final DomainRegistry registry;
    private final DomainServices services;
    private final Jobs jobs;
    private final Gate gate;
    private final AuditLog audit;
    private final List<DomainUse> uses = new CopyOnWriteArrayList<>();

    /**
     * A domain that is to be made.
     *
     * @param account whose it is to be; the caller's own when it is not said
     * @param services what it is to be given by a job: {@code zone}, {@code site}, {@code certificate}, {@code https}
     */
    public record CreateDomain(DomainName name, @Nullable AccountName account, List<String> services) {
        public CreateDomain {
            services = List.copyOf(services);
        }
    }

    /** What can be, or is to be, given to a domain. */
    public record Services(List<String> services) {
        public Services {
            services = List.copyOf(services);
        }
    }

    /**
     * A domain as the API shows it.
     *
     * @param name in ASCII
     * @param unicode as people read it
     * @param job the id of the job that gives it its services, in the answer to its creation only
     */
    public record DomainView(
            DomainName name,
            String unicode,
            AccountName account,
            Instant created,
            @Nullable String job) {}

    /** What would be taken away before a domain; of each sort, the first. */
    public record Going(List<String> things) {}

    @Activate
    public DomainsResource(
            @Reference DomainRegistry registry,
            @Reference DomainServices services,
            @Reference Jobs jobs,
            @Reference Gate gate,
            @Reference AuditLog audit) {
        this.registry = registry;
        this.services = services;
        this.jobs = jobs;
        this.gate = gate;
        this.audit = audit;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addUse(DomainUse use) {
        uses.add(use);
    }

    void removeUse(DomainUse use) {
        uses.remove(use);
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @GET
    @Requires("domain.list")
    public Page<DomainView> list(
            @Context CallContext context,
            @QueryParam("account") @Nullable AccountName account,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        AccountName whose = gate.whose(context.caller(), LIST, account);
        return registry.page(whose, Objects.requireNonNullElse(after, ""), Page.limit(limit))
                .map(DomainsResource::view);
    }

    @POST
    @Requires("domain.create")
    @Answers(value = DomainView.class, status = 201)
    public Response add(@Context CallContext context, CreateDomain body) {
        Caller caller = context.caller();
        AccountName whose = Objects.requireNonNullElse(body.account(), caller.account());
        gate.check(caller, CREATE, new Scope.Account(whose));
        List<String> given = services.withNeeds(body.services());
        boolean administrator = caller.role() == Role.ADMINISTRATOR;
        if (context.dryRun()) {
            return Response.ok(view(registry.add(body.name(), whose, administrator, true)))
                    .build();
        }
        Domain added = audit.around(
                Actor.of(caller),
                CREATE.name(),
                target(body.name()),
                () -> registry.add(body.name(), whose, administrator, false));
        String job = given.isEmpty() ? null : begin(context, new Order(body.name(), given, Task.SET_UP));
        return Response.status(Response.Status.CREATED).entity(view(added, job)).build();
    }

    /** What domains can be given on this server, in the order it is set up in. */
    @GET
    @Path("services")
    @Requires("domain.list")
    public Services services() {
        return new Services(services.names());
    }

    /** Gives the domain what it does not have yet of these, as a job with a step for each. */
    @PUT
    @Path("{name}/services")
    @Requires("domain.create")
    @Answers(value = JobView.class, status = 202)
    public Response give(@Context CallContext context, @PathParam("name") DomainName name, Services wanted) {
        gate.check(context.caller(), CREATE, new Scope.Domain(name));
        registered(name);
        Services given = new Services(services.withNeeds(wanted.services()));
        return context.dryRun()
                ? Response.ok(given).build()
                : Reply.accepted(submit(context, new Order(name, given.services(), Task.SET_UP)));
    }

    @GET
    @Path("{name}")
    @Requires("domain.read")
    public DomainView read(@Context CallContext context, @PathParam("name") DomainName name) {
        gate.check(context.caller(), READ, new Scope.Domain(name));
        return view(registered(name));
    }

    /** @param everything whether all that the domain has is taken away before, by a job: 202 then. It can be had back: {@code /domains/removed}. */
    @DELETE
    @Path("{name}")
    @Requires("domain.delete")
    @Answers(value = Void.class, status = 204)
    public Response remove(
            @Context CallContext context,
            @PathParam("name") DomainName name,
            @QueryParam("everything") @DefaultValue("false") boolean everything) {
        gate.check(context.caller(), REMOVE, new Scope.Domain(name));
        registered(name);
        if (everything && context.dryRun()) {
            return Response.ok(new Going(uses.stream()
                            .flatMap(use -> use.of(name, context).stream())
                            .toList()))
                    .build();
        } else if (everything) {
            return Reply.accepted(submit(context, new Order(name, services.names(), Task.REMOVE)));
        }
        uses.forEach(use -> use.of(name, context).ifPresent(DomainsResource::refuse));
        if (!context.dryRun()) {
            audit.around(Actor.of(context.caller()), REMOVE.name(), target(name), () -> {
                registry.remove(name);
                return name;
            });
        }
        return Response.noContent().build();
    }

    private Domain registered(DomainName name) {
        return registry.find(name)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "domain.not-found", "There is no such domain.")
                        .asException());
    }

    private static void refuse(String use) {
        throw Problem.of(ProblemKind.CONFLICT, "domain.in-use", "The domain still has " + use + ".")
                .asException();
    }

    private static String target(DomainName name) {
        return new Scope.Domain(name).toString();
    }

    /** A domain whose job cannot be taken is not made either. */
    private String begin(CallContext context, Order order) {
        try {
            return submit(context, order).id();
        } catch (ProblemException refused) {
            registry.remove(order.domain());
            throw refused;
        }
    }

    private JobView submit(CallContext context, Order order) {
        return audit.around(
                Actor.of(context.caller()),
                order.task() == Task.REMOVE ? REMOVE.name() : CREATE.name(),
                target(order.domain()),
                () -> jobs.submit(context, DomainJob.TYPE, order.domain().text(), order));
    }

    private static DomainView view(Domain domain) {
        return view(domain, null);
    }

    private static DomainView view(Domain domain, @Nullable String job) {
        return new DomainView(domain.name(), domain.name().unicode(), domain.account(), domain.created(), job);
    }
}
