package dev.npanel.dns.backend.content;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.problem.Violation;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.edit.ZoneRules;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.ZoneReport.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The contract's rules over a whole zone. */
public final class Rules {
    private static final int MOST = 100;

    private Rules() {}

    /** @throws dev.npanel.api.problem.ProblemException INVALID, when these sets would not make a valid zone */
    public static void require(DomainName zone, Collection<RecordSet> sets) {
        List<Finding> findings = check(zone, sets);
        if (!findings.isEmpty()) {
            Finding first = findings.get(0);
            List<Violation> violations = findings.stream()
                    .limit(MOST)
                    .map(finding -> new Violation("records", finding.name() + ": " + finding.message()))
                    .toList();
            throw new Problem(ProblemKind.INVALID, "dns." + first.code(), first.message(), violations, null, null)
                    .asException();
        }
    }

    static List<Finding> check(DomainName zone, Collection<RecordSet> sets) {
        Map<RecordName, List<RecordSet>> byName = byName(sets);
        byName.computeIfAbsent(RecordName.apex(zone), apex -> List.of());
        List<Finding> findings = new ArrayList<>();
        byName.forEach((name, there) -> findings.addAll(ZoneRules.check(zone, name, there)));
        return findings;
    }

    static Map<RecordName, List<RecordSet>> byName(Collection<RecordSet> sets) {
        return sets.stream().collect(Collectors.groupingBy(RecordSet::name, TreeMap::new, Collectors.toList()));
    }
}
