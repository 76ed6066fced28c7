package dev.npanel.dns.zone;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.Violation;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the records of a whole zone have to keep before anything is known of the zone. */
public final class ZoneRecords {
    /** As many as one request may bring. */
    public static final int MAX_RECORDS = 25_000;

    private static final int MAX_VIOLATIONS = 100;

    private ZoneRecords() {}

    /** The records, when there are not too many, none is a SOA, and all lie in the zone. */
    static List<ResourceRecord> check(DomainName zone, List<ResourceRecord> records) {
        if (records.size() > MAX_RECORDS) {
            throw Problem.invalid("records", "must have at most " + MAX_RECORDS + " elements")
                    .asException();
        }
        List<Violation> wrong = IntStream.range(0, records.size())
                .boxed()
                .flatMap(index -> check(zone, records.get(index), "records[" + index + "]"))
                .limit(MAX_VIOLATIONS)
                .toList();
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong).asException();
        }
        return List.copyOf(records);
    }

    private static Stream<Violation> check(DomainName zone, ResourceRecord record, String where) {
        if (record.type() == RecordType.SOA) {
            return Stream.of(new Violation(where + ".type", "must not be SOA, which is the zone's own"));
        }
        return record.name().isWithin(zone)
                ? Stream.empty()
                : Stream.of(new Violation(where + ".name", "must lie in the zone " + zone));
    }
}
