package dev.npanel.panel.registry;

import dev.npanel.api.problem.Problem;
import dev.npanel.panel.domain.DomainService;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What domains can be given just now, in its order. Thread-safe. */
@Component(service = DomainServices.class)
public final class DomainServices {
    private final List<DomainService> services = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addService(DomainService service) {
        services.add(service);
    }

    public void removeService(DomainService service) {
        services.remove(service);
    }

    /** The names of all, in the order they are set up in. */
    List<String> names() {
        return all().map(DomainService::name).toList();
    }

    /** All, in that order. */
    Stream<DomainService> all() {
        return services.stream().sorted(Comparator.comparingInt(DomainService::order));
    }

    /** The names of those that are named and of what they need, in the order they are set up in. */
    List<String> withNeeds(List<String> names) {
        Set<String> wanted = new HashSet<>();
        names.forEach(name -> add(name, wanted));
        return all().map(DomainService::name).filter(wanted::contains).toList();
    }

    /** Throws unless it is there; it may come back. */
    DomainService require(String name) {
        return find(name)
                .orElseThrow(
                        () -> Problem.unavailable("domain.service-away", "The plugin for the " + name + " is away.", 1)
                                .asException());
    }

    private void add(String name, Set<String> wanted) {
        DomainService service = find(name).orElseThrow(() -> unknown());
        if (wanted.add(name)) {
            service.needs().forEach(needed -> add(needed, wanted));
        }
    }

    private Optional<DomainService> find(String name) {
        return services.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private RuntimeException unknown() {
        List<String> there = names();
        String allowed =
                there.isEmpty() ? "must be empty: no plugin is there" : "must be of " + String.join(", ", there);
        return Problem.invalid("services", allowed).asException();
    }
}
