package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.use.CertificateUse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What serves certificates on this host just now. Thread-safe. */
@Component(service = Uses.class)
public final class Uses {
    private final List<CertificateUse> all = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addUse(CertificateUse use) {
        all.add(use);
    }

    public void removeUse(CertificateUse use) {
        all.remove(use);
    }

    /** The steps after which everything that serves the certificate serves what is in its files then. */
    List<? extends Step> reloads(CertificateId id) {
        return units(id).stream()
                .map(unit -> new UnitChange(unit, UnitChange.Verb.RELOAD))
                .toList();
    }

    /** What serves the certificate. */
    List<String> units(CertificateId id) {
        return all.stream()
                .filter(use -> use.uses(id))
                .map(CertificateUse::unit)
                .distinct()
                .toList();
    }

    /** Refuses to take away what is served: the daemon would not start again without it. */
    void requireNone(CertificateId id) {
        if (all.stream().anyMatch(use -> use.uses(id))) {
            throw Problem.of(ProblemKind.CONFLICT, "ssl.certificate.in-use", "The certificate is in use.")
                    .asException();
        }
    }
}
