package dev.npanel.panel.registry;

import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.domain.DomainService;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobResult;
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
 * Gives a domain what it is to have, or takes everything from it and then the domain itself: a step in each run, the first that is not
 * done by the state of things. What has been set up before a step that fails stays, and is good by itself; asked again, the rest follows.
 */
@Component(service = JobHandler.class)
public final class DomainJob implements JobHandler<DomainJob.Order> {
    static final String TYPE = "domain.services";

    private final DomainServices services;
    private final DomainRegistry registry;
    private final Gate gate;

    @Activate
    public DomainJob(@Reference DomainServices services, @Reference DomainRegistry registry, @Reference Gate gate) {
        this.services = services;
        this.registry = registry;
        this.gate = gate;
    }

    /**
     * What is to be done.
     *
     * @param services the names of those to set up, in their order; for a removal of all that there were: none of them may be away
     * @param remove whether everything is to go, the domain too
     */
    public record Order(DomainName domain, List<String> services, boolean remove) {
        public Order {
            services = List.copyOf(services);
        }
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
    public JobResult run(Order order, CallContext context) {
        return order.remove() ? remove(order, context) : setUp(order, context);
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
        List<String> reversed = new ArrayList<>(order.services());
        Collections.reverse(reversed);
        for (String name : reversed) {
            DomainService service = services.require(name);
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
