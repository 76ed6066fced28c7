package dev.npanel.dns.backend.carry;

import dev.npanel.api.problem.Problem;
import dev.npanel.dns.carry.ZoneSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The name servers of this host whose carriers run; made anew when one comes or goes. */
@Component(service = Sources.class)
public final class Sources {
    private static final int RETRY = 2;

    private final List<ZoneSource> all;

    @Activate
    public Sources(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ZoneSource> all) {
        this.all = List.copyOf(all);
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
