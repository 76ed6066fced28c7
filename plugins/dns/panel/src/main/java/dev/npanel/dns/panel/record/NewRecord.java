package dev.npanel.dns.panel.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.panel.Violations;
import dev.npanel.dns.record.RecordContent;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as a person writes it.
 *
 * @param name relative to the zone or absolute, {@code @} for the apex, in Unicode or not; see {@link RecordName#in}
 * @param ttl seconds, or null for the usual
 * @param content in presentation format, the host in it relative or absolute; see {@link RecordContent#of}
 */
public record NewRecord(
        String name, RecordType type, @Nullable Integer ttl, String content) {
    /** The TTL of records that say none, in seconds. */
    public static final int USUAL_TTL = 3_600;

    /**
     * The record of this zone that is meant, or nothing when there is something wrong with it.
     *
     * @param where the record's place in the request, {@code records[3]}, or empty
     */
    public Optional<ResourceRecord> in(DomainName zone, String where, Violations violations) {
        Optional<RecordName> owner = violations.check(field(where, "name"), () -> RecordName.in(zone, name));
        owner.filter(each -> !each.isWithin(zone))
                .ifPresent(outside -> violations.add(field(where, "name"), "must lie in the zone " + zone));
        if (type == RecordType.SOA) {
            violations.add(field(where, "type"), "must not be SOA, which is changed with the zone");
        }
        // content is checked for a name of the zone, so that its own faults are found beside the name's
        RecordName of = owner.orElse(RecordName.apex(zone));
        return violations
                .check(where, () -> record(of, RecordContent.of(zone, of, type, content)))
                .filter(record -> owner.isPresent());
    }

    private ResourceRecord record(RecordName owner, String canonical) {
        return new ResourceRecord(owner, type, ttl == null ? USUAL_TTL : ttl, canonical);
    }

    private static String field(String where, String name) {
        return where.isEmpty() ? name : where + "." + name;
    }
}
