package dev.npanel.dns.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordChange.Add;
import dev.npanel.dns.record.RecordChange.Delete;
import dev.npanel.dns.record.RecordChange.Update;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneEditTest {
    private static final DomainName ZONE = new DomainName("example.com");

    private final List<RecordSet> zone = new ArrayList<>(RecordSets.of(List.of(
            record("example.com", RecordType.NS, "ns1.example.net."),
            record("www.example.com", RecordType.A, "192.0.2.1"),
            record("alias.example.com", RecordType.CNAME, "www.example.com."),
            record("child.example.com", RecordType.NS, "ns.child.example.com."))));

    @Test
    void anIdStaysWhileItsRecordExists() {
        StoredRecord added = one(new Add(record("www.example.com", RecordType.A, "192.0.2.2")));
        StoredRecord updated = one(new Update(added.id(), 60, "192.0.2.3"));
        assertThat(updated.id()).isEqualTo(added.id());
        StoredRecord again = one(new Add(record("www.example.com", RecordType.A, "192.0.2.2")));
        assertThat(again.id()).isNotEqualTo(added.id());
        assertThat(one(new Delete(added.id())))
                .isEqualTo(new StoredRecord(added.id(), updated.name(), updated.type(), 3600, "192.0.2.3"));
        assertThat(one(new Update(again.id(), 60, "192.0.2.9")).id()).isEqualTo(again.id());
    }

    @Test
    void allRecordsOfASetHaveTheLastTtl() {
        List<StoredRecord> records = apply(List.of(
                new Add(new ResourceRecord(new RecordName("www.example.com"), RecordType.A, 60, "192.0.2.2")),
                new Add(new ResourceRecord(new RecordName("www.example.com"), RecordType.A, 90, "192.0.2.3"))));
        assertThat(records).extracting(StoredRecord::ttl).containsExactly(90, 90);
        assertThat(set("www.example.com", RecordType.A).ttl()).isEqualTo(90);
    }

    @Test
    void anAliasGivesWayToAddressesInOneChange() {
        RecordId alias =
                set("alias.example.com", RecordType.CNAME).records().get(0).id();
        apply(List.of(new Delete(alias), new Add(record("alias.example.com", RecordType.A, "192.0.2.7"))));
        assertThat(zone).anyMatch(set -> set.name().text().equals("alias.example.com") && set.type() == RecordType.A);
        assertThat(zone).noneMatch(set -> set.type() == RecordType.CNAME);
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.com, CNAME, other.example.com., dns.cname-and-other",
        "alias.example.com, A, 192.0.2.1, dns.cname-and-other",
        "alias.example.com, CNAME, b.example.com., dns.cname-twice",
        "example.com, CNAME, b.example.com., dns.cname-at-apex",
        "www.example.org, A, 192.0.2.1, invalid",
        "www.example.com, SOA, a. b. 1 2 3 4 5, invalid",
    })
    void breaksNoRule(String name, RecordType type, String content, String code) {
        assertThat(refused(new Add(record(name, type, content))).code()).isEqualTo(code);
    }

    @Test
    void keepsTheLastServerOfTheZoneAndOfASignedChild() {
        RecordId apex = set("example.com", RecordType.NS).records().get(0).id();
        assertThat(refused(new Delete(apex)).code()).isEqualTo("dns.no-ns");
        one(new Add(record("child.example.com", RecordType.DS, "60485 13 2 " + "ab".repeat(32))));
        RecordId child =
                set("child.example.com", RecordType.NS).records().get(0).id();
        assertThat(refused(new Delete(child)).code()).isEqualTo("dns.ds-without-ns");
    }

    @Test
    void namesTheChangeThatIsWrong() {
        RecordChange fine = new Add(record("new.example.com", RecordType.A, "192.0.2.5"));
        RecordChange twice = new Add(record("www.example.com", RecordType.A, "192.0.2.1"));
        Problem conflict = refused(fine, twice);
        assertThat(conflict.kind()).isEqualTo(ProblemKind.CONFLICT);
        assertThat(conflict.violations()).extracting("field").containsExactly("changes[1]");
        Problem rule = refused(fine, new Add(record("www.example.com", RecordType.CNAME, "x.example.com.")));
        assertThat(rule.violations()).extracting("field").containsExactly("changes[1].name");
    }

    @Test
    void aRecordOfAnotherZoneIsUnknown() {
        RecordId foreign = RecordId.of(new RecordName("www.example.org"), RecordType.A, "00000000");
        assertThat(refused(new Delete(foreign)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
        assertThat(refused(new Update(foreign, 60, "192.0.2.1")).kind()).isEqualTo(ProblemKind.NOT_FOUND);
    }

    @Test
    void whatEndsAsItBeganIsNoChange() {
        StoredRecord present = set("www.example.com", RecordType.A).records().get(0);
        ZoneEdit edit = new ZoneEdit(ZONE, zone);
        List<StoredRecord> added = edit.apply(List.of(
                new Update(present.id(), present.ttl(), present.content()),
                new Add(record("new.example.com", RecordType.A, "192.0.2.1"))));
        edit.apply(List.of(new Delete(added.get(1).id())));
        assertThat(edit.changed()).isEmpty();
    }

    @Test
    void manyChangesToOneSetAreQuick() {
        List<RecordChange> changes = IntStream.range(0, 10_000)
                .<RecordChange>mapToObj(n -> new Add(record("many.example.com", RecordType.TXT, "text " + n)))
                .toList();
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> apply(changes));
        assertThat(set("many.example.com", RecordType.TXT).entries()).hasSize(10_000);
    }

    @Test
    void randomEditsKeepContentsAndIdsApart() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            RecordName name = new RecordName("n" + random.nextInt(3) + ".example.com");
            List<StoredRecord> there = zone.stream()
                    .filter(set -> set.name().equals(name))
                    .flatMap(set -> set.records().stream())
                    .toList();
            String content = "192.0.2." + random.nextInt(6);
            RecordChange change = there.isEmpty() || random.nextBoolean()
                    ? new Add(record(name.text(), RecordType.A, content))
                    : random.nextBoolean()
                            ? new Update(there.get(random.nextInt(there.size())).id(), 60, content)
                            : new Delete(there.get(random.nextInt(there.size())).id());
            tryApply(change);
            assertThat(zone.stream().flatMap(set -> set.records().stream()).toList())
                    .extracting(StoredRecord::id)
                    .doesNotHaveDuplicates();
            zone.forEach(set -> assertThat(set.entries())
                    .extracting(RecordSet.Entry::content)
                    .doesNotHaveDuplicates());
        }
    }

    private void tryApply(RecordChange change) {
        try {
            one(change);
        } catch (ProblemException exists) {
            assertThat(exists.problem().kind()).isEqualTo(ProblemKind.CONFLICT);
        }
    }

    private StoredRecord one(RecordChange change) {
        return apply(List.of(change)).get(0);
    }

    /** As a backend does it: works the changes out, then puts the sets that are different into the zone. */
    private List<StoredRecord> apply(List<RecordChange> changes) {
        ZoneEdit edit = new ZoneEdit(ZONE, zone);
        List<StoredRecord> records = edit.apply(changes);
        for (RecordSet changed : edit.changed()) {
            zone.removeIf(set -> set.name().equals(changed.name()) && set.type() == changed.type());
            if (!changed.isEmpty()) {
                zone.add(changed);
            }
        }
        return records;
    }

    private Problem refused(RecordChange... changes) {
        List<RecordSet> before = List.copyOf(zone);
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> apply(List.of(changes)));
        assertThat(refused).isNotNull();
        assertThat(zone).isEqualTo(before);
        return refused.problem();
    }

    private RecordSet set(String name, RecordType type) {
        return zone.stream()
                .filter(set -> set.name().text().equals(name) && set.type() == type)
                .findAny()
                .orElseThrow();
    }

    private static ResourceRecord record(String name, RecordType type, String content) {
        return new ResourceRecord(new RecordName(name), type, 3600, content);
    }
}
