package dev.npanel.ssl.panel.check;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.ca.CertificateAuthority;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.panel.outside.NameLookup;
import dev.npanel.ssl.panel.outside.Reach;
import dev.npanel.ssl.panel.zone.Zones;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks, before an authority is asked, at what it will look at: addresses, port 80, CAA and delegation. Takes a minute at the most,
 * whatever the names lead to. Thread-safe. */
@Component(service = Checks.class)
public final class Checks {
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final CertificateAuthority authority;
    private final WebCheck web;
    private final CaaCheck caa;
    private final ZoneCheck zone;

    @Activate
    public Checks(
            @Reference CertificateAuthority authority,
            @Reference Probes probes,
            @Reference NameLookup names,
            @Reference Reach reach,
            @Reference Zones zones) {
        this(authority, new WebCheck(probes, names, reach), new CaaCheck(names), new ZoneCheck(zones, names, reach));
    }

    private Checks(CertificateAuthority authority, WebCheck web, CaaCheck caa, ZoneCheck zone) {
        this.authority = authority;
        this.web = web;
        this.caa = caa;
        this.zone = zone;
    }

    /** What there is to say of each of the names. */
    public Report of(CallContext context, List<CertificateName> names) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Optional<List<String>> identities = identities();
        List<NameFindings> found = new ArrayList<>();
        try (WebCheck.Open open = web.open(context, names)) {
            for (CertificateName name : names) {
                found.add(new NameFindings(
                        name,
                        System.nanoTime() - deadline > 0
                                ? List.of(Finding.warning("ipv4", name + " was not looked at: it took too long."))
                                : findings(context, open, identities, name)));
            }
        }
        return Report.of(found);
    }

    /** What there is to say; refuses what an authority surely would. */
    public Report require(CallContext context, List<CertificateName> names) {
        Report report = of(context, names);
        if (!report.ready()) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "ssl.check.failed",
                            "The authority was not asked, since it would refuse: " + report.failures())
                    .asException();
        }
        return report;
    }

    private List<Finding> findings(
            CallContext context, WebCheck.Open open, Optional<List<String>> identities, CertificateName name) {
        List<Finding> all = new ArrayList<>();
        if (name.isWildcard()) {
            all.addAll(zone.of(context, name.domain()));
        } else {
            all.addAll(open.of(name.domain()));
        }
        all.add(caa.of(name, identities));
        return all;
    }

    /** An authority that does not answer has not said who it is; asking it for a certificate will say the rest. */
    private Optional<List<String>> identities() {
        try {
            return Optional.of(authority.identities());
        } catch (ProblemException away) {
            return Optional.empty();
        }
    }
}
