package dev.npanel.dns.backend.carry;

import dev.npanel.api.problem.Problem;
import dev.npanel.dns.carry.ZoneSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The name servers of this host whose carriers run. Thread-safe. */
@Component(service = Sources.class)
public final class Sources {
    private static final int RETRY = 2;

    private final List<ZoneSource> all = new CopyOnWriteArrayList<>();

    /** A carrier has come, the own one among them. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(ZoneSource source) {
        all.add(source);
    }

    /** A carrier goes. */
    public void removeSource(ZoneSource source) {
        all.remove(source);
    }

    /** The one of this name. */
    ZoneSource named(String server) {
        return all.stream()
                .filter(each -> each.server().equals(server))
                .findFirst()
                .orElseThrow(() -> Problem.unavailable("dns.carry.away", server + " cannot be reached (now).", RETRY)
                        .asException());
    }
}
