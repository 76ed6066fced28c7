package dev.npanel.ssl.panel.zone;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.CallContext;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The zones of this server, whichever backend has them, as far as those who ask own them. Thread-safe. */
@Component(service = Zones.class)
public final class Zones {
    private static final int MOST = 100;

    private final Agent agent;

    @Activate
    public Zones(@Reference Agent agent) {
        this.agent = agent;
    }

    /** The nearest zone at or above a domain. */
    public Optional<DomainName> find(CallContext context, DomainName domain) {
        String name = domain.text();
        while (name.indexOf('.') >= 0) {
            DomainName candidate = new DomainName(name);
            try {
                agent.read(context, Dns.ZONE_READ, new ReadZone(candidate));
                return Optional.of(candidate);
            } catch (ProblemException none) {
                if (none.problem().kind() != ProblemKind.NOT_FOUND) {
                    return refused(none);
                }
            }
            name = name.substring(name.indexOf('.') + 1);
        }
        return Optional.empty();
    }

    /** The records of a name and type in a zone. */
    public List<StoredRecord> records(CallContext context, DomainName zone, RecordName name, RecordType type) {
        return agent
                .read(context, Dns.RECORD_LIST, new ListRecords(zone, name, type, null, null, MOST))
                .items()
                .stream()
                .filter(record -> record.name().equals(name) && record.type() == type)
                .toList();
    }

    private static Optional<DomainName> refused(ProblemException problem) {
        if (problem.problem().kind() == ProblemKind.FORBIDDEN) {
            return Optional.empty();
        }
        throw problem;
    }
}
