package dev.npanel.dns.edit;

import static dev.npanel.dns.record.RecordType.CNAME;
import static dev.npanel.dns.record.RecordType.DS;
import static dev.npanel.dns.record.RecordType.NS;
import static dev.npanel.dns.zone.ZoneReport.Finding.Severity.ERROR;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.zone.ZoneReport.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules that the records of one name have to keep, in every zone and with every backend. */
public final class ZoneRules {
    private ZoneRules() {}

    /**
     * What is wrong at one name.
     *
     * @param sets every record set that the name has, none of them empty
     */
    public static List<Finding> check(DomainName zone, RecordName name, Collection<RecordSet> sets) {
        Map<RecordType, RecordSet> byType =
                sets.stream().collect(Collectors.toMap(RecordSet::type, Function.identity()));
        List<Finding> findings = new ArrayList<>();
        boolean apex = name.equals(RecordName.apex(zone));
        if (!name.isWithin(zone)) {
            findings.add(error("out-of-zone", name, "The name does not lie in the zone."));
        }
        RecordSet cname = byType.get(CNAME);
        if (cname != null) {
            checkCname(name, apex, cname, byType.size(), findings);
        }
        if (apex && !byType.containsKey(NS)) {
            findings.add(error("no-ns", name, "A zone needs at least one NS record at its apex."));
        }
        if (byType.containsKey(DS) && (apex || !byType.containsKey(NS))) {
            findings.add(error("ds-without-ns", name, "A DS record belongs beside the NS records of a child zone."));
        }
        return findings;
    }

    private static void checkCname(RecordName name, boolean apex, RecordSet cname, int types, List<Finding> findings) {
        if (apex) {
            findings.add(error("cname-at-apex", name, "The apex of a zone cannot have a CNAME record."));
        }
        if (types > 1) {
            findings.add(error("cname-and-other", name, "A name with a CNAME record cannot have other records."));
        }
        if (cname.entries().size() > 1) {
            findings.add(error("cname-twice", name, "A name can have only one CNAME record."));
        }
    }

    private static Finding error(String code, RecordName name, String message) {
        return new Finding(ERROR, code, name.text(), message);
    }
}
