package dev.npanel.dns.tests.carry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.carry.CarriedPage;
import dev.npanel.dns.carry.CompareZones;
import dev.npanel.dns.carry.ComparedZones;
import dev.npanel.dns.carry.ComparedZones.Difference;
import dev.npanel.dns.carry.DropZones;
import dev.npanel.dns.carry.ListCarried;
import dev.npanel.dns.carry.ListCarried.Detail;
import dev.npanel.dns.carry.TakeZones;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.EnableDnssec;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.dnssec.ReadDnssec;
import dev.npanel.dns.dnssec.RollKey;
import dev.npanel.dns.edit.Serial;
import dev.npanel.dns.powerdns.PdnsParts;
import dev.npanel.dns.powerdns.PdnsServer;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.record.UpdateRecord;
import dev.npanel.dns.tests.Host;
import dev.npanel.dns.tests.Refused;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a carrier has to do, between its own backend and another, PowerDNS: zones go there and come back, and nobody who asks
 * sees a difference. A carrier's test extends this.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CarryContract {
    private final AtomicInteger number = new AtomicInteger();
    private Side partner;
    private Side own;

    /** Starts the daemon, the backend and the carrier; closed after the last test. */
    protected abstract Side start();

    @BeforeAll
    void open() {
        partner = powerdns();
        own = start();
        Side.introduce(partner, own);
    }

    @AfterAll
    void close() {
        own.close();
        partner.close();
    }

    private static Side powerdns() {
        PdnsServer server = new PdnsServer();
        PdnsParts parts = PdnsParts.over(server);
        return new Side(server::close, server.port(), parts.names(), parts.keys(), parts.carriage(), parts.effects());
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "true,true"})
    void aZoneComesAndGoesBack(boolean signed, boolean nsec3) {
        DomainName zone = zone(partner);
        if (signed) {
            signAndRoll(zone, partner, nsec3, KeyRole.ZSK);
        }
        carry(zone, partner, own);
        // changed there, so that more than what came goes back
        own.host().call(Dns.RECORD_CREATE, new CreateRecord(zone, Assortment.record(zone, "new", "A", "192.0.2.77")));
        partner.host().call(partner.carrier().drop(), new DropZones(List.of(zone)));
        assertThat(partner.asking().dig("www." + zone, "A")).isEmpty();
        carry(zone, own, partner);
        assertThat(partner.asking().dig("new." + zone, "A")).containsExactly("192.0.2.77");
        drop(zone);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "true,true"})
    void aZoneThatWasMadeHereGoes(boolean signed, boolean nsec3) {
        DomainName zone = zone(own);
        if (signed) {
            signAndRoll(zone, own, nsec3, KeyRole.KSK);
        }
        carry(zone, own, partner);
        drop(zone);
    }

    @Test
    void whatCameIsTakenBack() {
        DomainName zone = zone(partner);
        partner.host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false));
        Host.Done<CarriedPage> taken = own.host().change(own.carrier().take(), from(partner, zone));
        assertThat(own.asking().dig("www." + zone, "A")).isNotEmpty();
        taken.undo();
        assertThat(own.asking().status("www." + zone, "A")).isEqualTo("REFUSED");
        assertThat(partner.asking().dig("www." + zone, "A")).isNotEmpty();
    }

    @Test
    void noKeyIsInAPlan() {
        DomainName zone = zone(partner);
        partner.host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false));
        String plan = "" + own.host().plan(own.carrier().take(), from(partner, zone));
        assertThat(plan).contains("fingerprint").doesNotContain("Private");
    }

    @Test
    void aDifferenceIsFound() {
        DomainName zone = zone(partner);
        own.host().call(own.carrier().take(), from(partner, zone));
        partner.host()
                .call(Dns.RECORD_CREATE, new CreateRecord(zone, Assortment.record(zone, "late", "A", "192.0.2.78")));
        ComparedZones compared = compare(zone, partner, own);
        assertThat(compared.differences())
                .extracting(Difference::text)
                .anyMatch(each -> each.startsWith("late." + zone + ". A: NOERROR"))
                .anyMatch(each -> each.contains("the serial would go back"));
        assertThat(compared.differences()).extracting(Difference::zone).containsOnly(zone);
        assertThat(print(zone, partner)).isNotEqualTo(print(zone, own));
    }

    @Test
    void whatIsThereAlreadyIsNotOverwritten() {
        DomainName zone = zone(partner);
        own.host().call(own.carrier().take(), from(partner, zone));
        Refused.with("dns.zone.exists", () -> own.host().call(own.carrier().take(), from(partner, zone)));
        Refused.with(
                "dns.carry.away",
                () -> own.host()
                        .call(own.carrier().take(), new TakeZones(List.of(new DomainName("no.example")), "absent")));
    }

    @Test
    void whatHasGoneMeanwhileIsLeftOut() {
        DomainName gone = new DomainName("no.example");
        assertThat(own.host().call(own.carrier().take(), from(partner, gone)).items())
                .isEmpty();
        assertThat(compare(gone, partner, own).questions()).isZero();
    }

    @Test
    void aVersionIsAnotherOneWithEveryChange() {
        DomainName there = zone(partner);
        DomainName zone = zone(partner);
        own.host().call(own.carrier().take(), from(partner, there));
        for (Side side : List.of(partner, own)) {
            DomainName its = side == own ? there : zone;
            Set<String> versions = new HashSet<>();
            versions.add(version(its, side));
            assertThat(versions.add(version(its, side))).isFalse();
            side.host()
                    .call(Dns.RECORD_CREATE, new CreateRecord(its, Assortment.record(its, "new", "A", "192.0.2.77")));
            assertThat(versions.add(version(its, side))).isTrue();
            side.host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(its, false));
            assertThat(versions.add(version(its, side))).isTrue();
            side.host().call(Dns.DNSSEC_ROTATE, new RollKey(its, KeyRole.ZSK, 30));
            assertThat(versions.add(version(its, side))).isTrue();
        }
    }

    private static TakeZones from(Side side, DomainName zone) {
        return new TakeZones(List.of(zone), side.carrier().server());
    }

    private static void signAndRoll(DomainName zone, Side side, boolean nsec3, KeyRole role) {
        side.host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, nsec3));
        side.host().call(Dns.DNSSEC_ROTATE, new RollKey(zone, role, 30));
    }

    private void drop(DomainName zone) {
        own.host().call(own.carrier().drop(), new DropZones(List.of(zone)));
        assertThat(own.asking().status("www." + zone, "A")).isEqualTo("REFUSED");
    }

    private static void carry(DomainName zone, Side from, Side to) {
        List<StoredRecord> records = records(zone, from);
        DnssecInfo dnssec = from.host().call(Dns.DNSSEC_READ, new ReadDnssec(zone));
        ZoneInfo info = from.host().call(Dns.ZONE_READ, new ReadZone(zone));

        to.host().call(to.carrier().take(), from(from, zone));

        assertThat(print(zone, to)).isEqualTo(print(zone, from));
        assertThat(records(zone, to)).isEqualTo(records);
        DnssecInfo arrived = to.host().call(Dns.DNSSEC_READ, new ReadDnssec(zone));
        assertThat(arrived.ds()).containsExactlyInAnyOrderElementsOf(dnssec.ds());
        assertThat(arrived.roll()).isEqualTo(dnssec.roll());
        ZoneInfo there = to.host().call(Dns.ZONE_READ, new ReadZone(zone));
        assertThat(there.type()).isEqualTo(ZoneType.PRIMARY);
        assertThat(there.signed()).isEqualTo(info.signed());
        assertThat(there.serial() == info.serial() || Serial.isAfter(there.serial(), info.serial()))
                .isTrue();
        ComparedZones compared = compare(zone, from, to);
        assertThat(compared.differences()).isEmpty();
        assertThat(compared.questions()).isGreaterThan(20);
        if (info.signed()) {
            for (Side side : List.of(from, to)) {
                assertThat(side.asking().delv(zone.text(), dnssec.ds(), "www." + zone, "A"))
                        .contains("; fully validated");
                assertThat(side.asking().delv(zone.text(), dnssec.ds(), "none." + zone, "A"))
                        .contains("; negative response, fully validated");
            }
        }
    }

    private static ComparedZones compare(DomainName zone, Side from, Side to) {
        return to.host()
                .call(
                        to.carrier().compare(),
                        new CompareZones(List.of(zone), from.carrier().server()));
    }

    private static String print(DomainName zone, Side side) {
        return mark(zone, side, Detail.CONTENT);
    }

    private static String version(DomainName zone, Side side) {
        return mark(zone, side, Detail.VERSION);
    }

    private static String mark(DomainName zone, Side side, Detail detail) {
        return side.host().call(side.carrier().zones(), new ListCarried(null, 10_000, detail)).items().stream()
                .filter(item -> item.zone().equals(zone))
                .map(item -> "" + item.mark())
                .findFirst()
                .orElse("none");
    }

    private static List<StoredRecord> records(DomainName zone, Side side) {
        return side.host()
                .call(Dns.RECORD_LIST, new ListRecords(zone, null, null, null, null, 1_000))
                .items();
    }

    /** A new zone there with a record of every sort, one of them with an id that does not follow from it. */
    private DomainName zone(Side there) {
        DomainName zone = new DomainName("c" + number.incrementAndGet() + ".example");
        there.host()
                .call(
                        Dns.ZONE_CREATE,
                        new CreateZone(
                                zone,
                                ZoneType.PRIMARY,
                                Soa.of(zone, new RecordName("ns1." + zone)),
                                Assortment.of(zone)));
        StoredRecord changed = records(zone, there).stream()
                .filter(each -> each.content().equals("192.0.2.3"))
                .findFirst()
                .orElseThrow();
        there.host()
                .call(
                        Dns.RECORD_UPDATE,
                        new UpdateRecord(zone, new RecordChange.Update(changed.id(), 300, "192.0.2.4")));
        return zone;
    }
}
