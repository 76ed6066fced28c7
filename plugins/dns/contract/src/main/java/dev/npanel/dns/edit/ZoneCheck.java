package dev.npanel.dns.edit;

import static dev.npanel.dns.zone.ZoneReport.Finding.Severity.ERROR;
import static dev.npanel.dns.zone.ZoneReport.Finding.Severity.WARNING;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneReport;
import dev.npanel.dns.zone.ZoneReport.Finding;
import dev.npanel.dns.zone.ZoneReport.Finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong, or looks wrong, in a whole zone, as far as the zone alone can tell: the rules of each name, and what names
 * point to. Not thread-safe: made, used and dropped by {@link #of}.
 */
public final class ZoneCheck {
    private static final int WANTED_SERVERS = 2;
    private static final String SPF = "\"v=spf1";

    private final DomainName zone;
    private final ZoneNames names;
    private final List<Finding> findings = new ArrayList<>();

    private ZoneCheck(DomainName zone, ZoneNames names) {
        this.zone = zone;
        this.names = names;
    }

    /**
     * The report on a zone.
     *
     * @param sets every record set of the zone; that of the SOA is passed over
     */
    public static ZoneReport of(DomainName zone, Soa soa, Collection<RecordSet> sets) {
        ZoneCheck check = new ZoneCheck(zone, new ZoneNames(zone, sets));
        check.soa(soa);
        check.names.each((name, there) -> check.findings.addAll(ZoneRules.check(zone, name, there)));
        check.names.each((name, there) -> there.forEach(check::set));
        return ZoneReport.of(check.findings);
    }

    private void soa(Soa soa) {
        RecordName apex = RecordName.apex(zone);
        if (!names.has(apex)) {
            findings.addAll(ZoneRules.check(zone, apex, List.of()));
        }
        if (soa.expire() <= soa.refresh() + (long) soa.retry()) {
            add(WARNING, "soa-expire", apex, "Secondaries give the zone up before they try again to refresh it.");
        }
    }

    private void set(RecordSet set) {
        names.delegationAbove(set.name())
                .filter(cut -> !set.name().equals(cut) || set.type() != RecordType.NS)
                .ifPresent(cut -> occluded(set, cut));
        switch (set.type()) {
            case NS -> servers(set);
            case MX -> mail(set);
            case SRV -> set.entries().forEach(entry -> host(set, entry, WARNING));
            case CNAME -> set.entries().forEach(entry -> alias(set, entry));
            case TXT -> spf(set);
            default -> {
                // the types that point nowhere
            }
        }
    }

    /** Below a delegation only addresses mean anything, as glue; at it, its NS and DS records. */
    private void occluded(RecordSet set, RecordName cut) {
        boolean glue = set.type() == RecordType.A || set.type() == RecordType.AAAA;
        if (!glue && !(set.name().equals(cut) && set.type() == RecordType.DS)) {
            add(
                    WARNING,
                    "occluded",
                    set.name(),
                    "The record lies behind the delegation of " + cut + ", and is not seen.");
        }
    }

    private void servers(RecordSet set) {
        set.entries().forEach(entry -> host(set, entry, ERROR));
        if (set.name().equals(RecordName.apex(zone)) && set.entries().size() < WANTED_SERVERS) {
            add(WARNING, "one-ns", set.name(), "The zone has a single name server (RFC 1034 wants two).");
        }
    }

    private void mail(RecordSet set) {
        boolean none = set.entries().stream().anyMatch(entry -> entry.content().endsWith(" ."));
        if (none && set.entries().size() > 1) {
            add(WARNING, "null-mx-and-other", set.name(), "A null MX must be the only MX record (RFC 7505).");
        }
        set.entries().forEach(entry -> host(set, entry, WARNING));
    }

    private void host(RecordSet set, RecordSet.Entry entry, Severity severity) {
        ZoneNames.target(entry).filter(names::isOwn).ifPresent(target -> {
            String points = "The " + set.type() + " record points to " + target + ", which ";
            if (names.isAlias(target)) {
                add(severity, code(set, "-cname"), set.name(), points + "is an alias (RFC 2181 section 10.3).");
            } else if (!names.hasAddress(target)) {
                add(severity, code(set, "-no-address"), set.name(), points + "has no address in this zone.");
            }
        });
    }

    private void alias(RecordSet set, RecordSet.Entry entry) {
        ZoneNames.target(entry).filter(names::isOwn).ifPresent(target -> {
            if (names.loops(target)) {
                add(ERROR, "cname-loop", set.name(), "The aliases from here on run in a circle.");
            } else if (!names.answers(target)) {
                add(WARNING, "cname-dangling", set.name(), "The alias points to " + target + ", which is not there.");
            }
        });
    }

    private void spf(RecordSet set) {
        long policies = set.entries().stream()
                .filter(entry -> entry.content().toLowerCase(Locale.ROOT).startsWith(SPF))
                .count();
        if (policies > 1) {
            add(WARNING, "spf-twice", set.name(), "Several SPF policies count as none (RFC 7208 section 4.5).");
        }
    }

    private void add(Severity severity, String code, RecordName name, String message) {
        findings.add(new Finding(severity, code, name.text(), message));
    }

    private static String code(RecordSet set, String what) {
        return set.type().name().toLowerCase(Locale.ROOT) + what;
    }
}
