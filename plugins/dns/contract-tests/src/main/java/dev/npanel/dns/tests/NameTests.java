package dev.npanel.dns.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.dnssec.EnableDnssec;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.DeleteRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.zone.ImportZone;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Names that have nothing themselves and exist all the same, because others lie below them (RFC 4592, RFC 8020), and names
 * that another server answers for: whatever comes and goes, the name server knows which is which.
 */
interface NameTests extends DnsFixture {
    /** Nothing is there, and the name exists. */
    String EMPTY = "NOERROR aa";

    String ABSENT = "NXDOMAIN aa";
    String REFERRAL = "NOERROR";

    @Test
    default void aNameExistsWhileOthersLieBelowIt() {
        DomainName zone = zone();
        assertThat(status(zone, "b")).isEqualTo(ABSENT);
        StoredRecord deep = add(zone, "a.b", "A", "192.0.2.1");
        assertThat(status(zone, "b")).isEqualTo(EMPTY);
        StoredRecord own = add(zone, "b", "A", "192.0.2.2");
        assertThat(asking().dig("b." + zone, "A")).containsExactly("192.0.2.2");
        delete(zone, own);
        assertThat(status(zone, "b")).isEqualTo(EMPTY);
        delete(zone, deep);
        assertThat(status(zone, "b")).isEqualTo(ABSENT);
    }

    @Test
    default void noWildcardStandsForANameThatExists() {
        DomainName zone = zone();
        add(zone, "*", "A", "192.0.2.9");
        assertThat(asking().dig("b." + zone, "A")).containsExactly("192.0.2.9");
        StoredRecord deep = add(zone, "a.b", "A", "192.0.2.1");
        assertThat(asking().dig("b." + zone, "A")).isEmpty();
        assertThat(asking().dig("c.b." + zone, "A")).isEmpty();
        delete(zone, deep);
        assertThat(asking().dig("c.b." + zone, "A")).containsExactly("192.0.2.9");
    }

    @Test
    default void undoingBringsTheNamesBackToo() {
        DomainName zone = zone();
        Host.Done<StoredRecord> added =
                host().change(Dns.RECORD_CREATE, new CreateRecord(zone, record(zone, "a.b", "A", "192.0.2.1")));
        assertThat(status(zone, "b")).isEqualTo(EMPTY);
        Host.Done<StoredRecord> gone = host().change(
                        Dns.RECORD_DELETE, new DeleteRecord(zone, added.answer().id()));
        assertThat(status(zone, "b")).isEqualTo(ABSENT);
        gone.undo();
        assertThat(status(zone, "b")).isEqualTo(EMPTY);
        added.undo();
        assertThat(status(zone, "b")).isEqualTo(ABSENT);
    }

    @Test
    default void whatIsDelegatedIsNotAnsweredHere() {
        DomainName zone = zone();
        add(zone, "ns.sub", "A", "192.0.2.1");
        assertThat(status(zone, "ns.sub")).isEqualTo(EMPTY);
        StoredRecord cut = add(zone, "sub", "NS", "ns.sub." + zone + ".");
        assertThat(status(zone, "ns.sub")).isEqualTo(REFERRAL);
        add(zone, "sub", "A", "192.0.2.2");
        assertThat(status(zone, "sub")).isEqualTo(REFERRAL);
        assertThat(status(zone, "below.sub")).isEqualTo(REFERRAL);
        delete(zone, cut);
        assertThat(asking().dig("sub." + zone, "A")).containsExactly("192.0.2.2");
        assertThat(asking().dig("ns.sub." + zone, "A")).containsExactly("192.0.2.1");
        assertThat(status(zone, "below.sub")).isEqualTo(ABSENT);
    }

    @Test
    default void zonesThatComeAsAWholeHaveThemToo() {
        DomainName zone = fresh();
        create(zone, record(zone, "a.b", "A", "192.0.2.1"), record(zone, "sub", "NS", "ns.sub." + zone + "."));
        assertThat(status(zone, "b")).isEqualTo(EMPTY);
        assertThat(status(zone, "sub")).isEqualTo(REFERRAL);
        host().call(
                        Dns.ZONE_IMPORT,
                        new ImportZone(
                                zone,
                                ImportZone.Mode.REPLACE,
                                null,
                                List.of(
                                        record(zone, "@", "NS", "ns1.example.net."),
                                        record(zone, "c.d", "A", "192.0.2.1"))));
        assertThat(status(zone, "b")).isEqualTo(ABSENT);
        assertThat(status(zone, "sub")).isEqualTo(ABSENT);
        assertThat(status(zone, "d")).isEqualTo(EMPTY);
    }

    @Tag("D8")
    @Test
    default void aSignedZoneDeniesAndServesWhatComesLater() {
        DomainName zone = zone();
        add(zone, "www", "A", "192.0.2.1");
        List<String> ds =
                host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false)).ds();
        StoredRecord late = add(zone, "late", "A", "192.0.2.2");
        add(zone, "a.b", "A", "192.0.2.3");
        for (String name : List.of("www", "late", "a.b")) {
            assertThat(asking().delv(zone.text(), ds, name + "." + zone, "A")).contains("; fully validated");
        }
        delete(zone, late);
        for (String name : List.of("late", "b", "nosuch.www")) {
            assertThat(asking().delv(zone.text(), ds, name + "." + zone, "A"))
                    .contains("negative response, fully validated");
        }
    }

    private String status(DomainName zone, String name) {
        return asking().status(name + "." + zone, "A");
    }

    private StoredRecord add(DomainName zone, String name, String type, String content) {
        return host().call(Dns.RECORD_CREATE, new CreateRecord(zone, record(zone, name, type, content)));
    }

    private void delete(DomainName zone, StoredRecord record) {
        host().call(Dns.RECORD_DELETE, new DeleteRecord(zone, record.id()));
    }
}
