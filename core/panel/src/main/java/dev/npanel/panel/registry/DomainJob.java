package dev.npanel.panel.registry;

import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.domain.DomainService;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.rest.CallContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives a domain what it is to have, takes everything from it and then the domain itself, or brings all that back: a step in each run,
 * the first that is not done by the state of things. What has been set up before a step that fails stays, and is good by itself; asked again, the rest follows.
 */
@Component(service = JobHandler.class)
public final class DomainJob implements JobHandler<DomainJob.Order> {
    static final String TYPE = "domain.services";

    private final DomainServices services;
    private final DomainRegistry registry;
    private final RemovedDomains removed;
    private final Restoration restoration;
    private final Gate gate;

    @Activate
    public DomainJob(
            @Reference DomainServices services,
            @Reference DomainRegistry registry,
            @Reference RemovedDomains removed,
            @Reference Restoration restoration,
            @Reference Gate gate) {
        this.services = services;
        this.registry = registry;
        this.removed = removed;
        this.restoration = restoration;
        this.gate = gate;
    }

    /**
     * What is to be done.
     *
     * @param services the names of those to set up, in their order; otherwise of all that there were: none of them may be away
     */
    public record Order(DomainName domain, List<String> services, Task task) {
        public Order {
            services = List.copyOf(services);
        }
    }

    /** Of one domain, one at a time. */
    public enum Task {
        SET_UP,
        /** Everything is to go, the domain too. */
        REMOVE,
        /** Everything that was removed is to come back. */
        RESTORE
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Order> payload() {
        return Order.class;
    }

    @Override
    public JobResult run(Order order, JobRun run) {
        CallContext context = run.context();
        return switch (order.task()) {
            case SET_UP -> setUp(order, context);
            case REMOVE -> remove(order, context);
            case RESTORE -> {
                all(order);
                yield restoration.step(order.domain(), context);
            }
        };
    }

    private JobResult setUp(Order order, CallContext context) {
        int all = order.services().size();
        for (int i = 0; i < all; i++) {
            DomainService service = services.require(order.services().get(i));
            if (!service.isThere(order.domain(), context)) {
                return step((i + 1) + " of " + all, service, service.setUp(order.domain(), context));
            }
        }
        return new JobResult.Done(order.domain() + " has: " + String.join(", ", order.services()) + ".");
    }

    /** The domain may have another owner by now. */
    private JobResult remove(Order order, CallContext context) {
        DomainName domain = order.domain();
        gate.check(context.caller(), DomainsResource.REMOVE, new Scope.Domain(domain));
        List<DomainService> reversed = new ArrayList<>(all(order));
        Collections.reverse(reversed);
        note(domain, reversed, context);
        for (DomainService service : reversed) {
            Optional<String> rest = service.of(domain, context);
            if (rest.isPresent()) {
                JobResult result = service.takeDown(domain, context);
                if (result instanceof JobResult.Done
                        && service.of(domain, context).equals(rest)) {
                    throw stays(rest.get());
                }
                return step("removal", service, result);
            }
        }
        registry.remove(domain);
        return new JobResult.Done(domain + " is gone, and all that it had.");
    }

    private List<DomainService> all(Order order) {
        return order.services().stream().map(services::require).toList();
    }

    /** How to have everything back is known before anything goes; a job that goes on has noted it. */
    private void note(DomainName domain, List<DomainService> all, CallContext context) {
        String job = context.caller().request();
        if (!removed.isNoted(domain, job)) {
            List<String> things = all.stream()
                    .flatMap(each -> each.of(domain, context).stream())
                    .toList();
            registry.find(domain).ifPresent(present -> removed.note(present, job, things));
        }
    }

    /** What one service has done: the next run, at once, is the next one's. */
    private static JobResult step(String place, DomainService service, JobResult result) {
        String progress = place + ", " + service.name() + ": " + result.progress();
        if (result instanceof JobResult.Again again) {
            return new JobResult.Again(again.after(), progress);
        }
        return result instanceof JobResult.Waiting
                ? new JobResult.Waiting(progress)
                : new JobResult.Again(Duration.ZERO, progress);
    }

    private static RuntimeException stays(String what) {
        return Problem.of(ProblemKind.CONFLICT, "domain.in-use", "The domain still has " + what + ".")
                .asException();
    }
}
