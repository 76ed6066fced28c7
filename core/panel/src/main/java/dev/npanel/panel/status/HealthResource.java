package dev.npanel.panel.status;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.panel.health.Health;
import dev.npanel.panel.health.Health.Status;
import dev.npanel.panel.health.HealthCheck;
import dev.npanel.panel.rest.Anonymous;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/health} (C11): to everybody whether the panel works, to administrators what does not. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("health")
public final class HealthResource implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(HealthResource.class);
    private static final Permission READ = new Permission("health.read", Access.ADMINISTRATOR);
    private static final Contract CONTRACT = new Contract("health", List.of(), List.of(READ));

    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

    /** How it is, all in all. */
    public record Summary(Status status) {}

    /** How it is, part by part. */
    public record Details(Status status, Map<String, Health> parts) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCheck(HealthCheck check) {
        checks.add(check);
    }

    public void removeCheck(HealthCheck check) {
        checks.remove(check);
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @GET
    @Anonymous(because = "monitors ask whether the panel is up; they learn that and nothing else")
    @Answers(Summary.class)
    public Response summary() {
        Status status = worst(look());
        return Response.status(status == Status.DOWN ? Response.Status.SERVICE_UNAVAILABLE : Response.Status.OK)
                .entity(new Summary(status))
                .build();
    }

    @GET
    @Path("details")
    @Requires("health.read")
    public Details details() {
        Map<String, Health> parts = look();
        return new Details(worst(parts), parts);
    }

    private Map<String, Health> look() {
        Map<String, Health> parts = new TreeMap<>();
        checks.forEach(check -> parts.put(check.name(), look(check)));
        return parts;
    }

    private static Health look(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException failed) {
            LOG.warn("health of {}", check.name(), failed);
            return Health.down("cannot be looked at");
        }
    }

    private static Status worst(Map<String, Health> parts) {
        return parts.values().stream()
                .map(Health::status)
                .max(Comparator.naturalOrder())
                .orElse(Status.UP);
    }
}
