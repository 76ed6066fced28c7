package dev.npanel.dns.powerdns.content;

import static dev.npanel.dns.record.RecordType.A;
import static dev.npanel.dns.record.RecordType.AAAA;
import static dev.npanel.dns.record.RecordType.CNAME;
import static dev.npanel.dns.record.RecordType.MX;
import static dev.npanel.dns.record.RecordType.NS;
import static dev.npanel.dns.record.RecordType.SRV;
import static dev.npanel.dns.record.RecordType.TXT;
import static dev.npanel.dns.zone.ZoneReport.Finding.Severity.WARNING;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.zone.ZoneReport.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is legal in a zone and probably not meant. Made, used and dropped by one check. */
final class Warnings {
    private static final Set<RecordType> POINTING = Set.of(CNAME, MX, NS, SRV);

    private final DomainName zone;
    private final Names names;
    private final List<Finding> findings = new ArrayList<>();

    private Warnings(DomainName zone, Names names) {
        this.zone = zone;
        this.names = names;
    }

    static List<Finding> of(DomainName zone, Collection<RecordSet> sets) {
        Warnings warnings = new Warnings(zone, new Names(zone, sets));
        sets.forEach(warnings::look);
        return warnings.findings;
    }

    private void look(RecordSet set) {
        if (set.ttl() == 0) {
            warn("ttl-0", set.name(), "The TTL of " + set.type() + " is 0: no resolver keeps an answer.");
        }
        if (POINTING.contains(set.type())) {
            set.entries().forEach(entry -> target(entry.content()).ifPresent(target -> pointing(set, target)));
        }
        boolean apex = set.name().text().equals(zone.text());
        if (set.type() == NS && apex && set.entries().size() < 2) {
            warn("one-ns", set.name(), "The zone has only one name server (RFC 1035 asks for two).");
        }
        if (set.type() == TXT && set.entries().stream().filter(Warnings::isSpf).count() > 1) {
            warn("spf-twice", set.name(), "There is more than one SPF record, so none counts (RFC 7208).");
        }
        names.delegation(set.name())
                .filter(cut -> !belongsToDelegation(set, cut))
                .ifPresent(cut -> warn(
                        "occluded", set.name(), "The " + set.type() + " lies in " + cut + ", which is delegated."));
    }

    private void pointing(RecordSet set, RecordName target) {
        if (target.text().endsWith("." + zone + "." + zone)) {
            warn("repeated-zone", set.name(), set.type() + " points to " + target + ": was the final dot forgotten?");
        }
        if (!target.isWithin(zone)) {
            return;
        }
        if (set.type() != CNAME && names.isAlias(target)) {
            warn("points-to-alias", set.name(), set.type() + " points to " + target + ", an alias (RFC 2181).");
        } else if (set.type() == NS && !names.hasAddress(target)) {
            warn("no-glue", set.name(), "The name server " + target + " has no address in the zone.");
        } else if (names.isOurs(target) && !names.exists(target)) {
            warn("dangling", set.name(), set.type() + " points to " + target + ", which does not exist.");
        }
    }

    private static boolean belongsToDelegation(RecordSet set, RecordName cut) {
        boolean glue = set.type() == A || set.type() == AAAA;
        return glue || (set.name().equals(cut) && (set.type() == NS || set.type() == RecordType.DS));
    }

    private static boolean isSpf(RecordSet.Entry entry) {
        return entry.content().startsWith("\"v=spf1");
    }

    /** The host that a content ends in; none for the root, which means "no such service". */
    private static Optional<RecordName> target(String content) {
        try {
            String host = content.substring(content.lastIndexOf(' ') + 1);
            return host.equals(".") ? Optional.empty() : Optional.of(new RecordName(host));
        } catch (ProblemException other) {
            return Optional.empty();
        }
    }

    private void warn(String code, RecordName name, String message) {
        findings.add(new Finding(WARNING, code, name.text(), message));
    }
}
