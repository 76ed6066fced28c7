package dev.npanel.dns.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.bind.NamedServer;
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
import dev.npanel.dns.powerdns.PdnsServer;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.record.UpdateRecord;
import dev.npanel.dns.tests.Host;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones go from PowerDNS to BIND and back, and nobody who asks sees a difference. */
@Tag("D8")
class CarryTest {
    private static Side powerdns;
    private static Side bind;
    private static int number;

    @BeforeAll
    static void start() {
        powerdns = Side.powerdns(new PdnsServer());
        bind = Side.bind(new NamedServer());
        Side.introduce(powerdns, bind);
    }

    @AfterAll
    static void stop() {
        powerdns.close();
        bind.close();
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "true,true"})
    void aZoneGoesThereAndBack(boolean signed, boolean nsec3) {
        DomainName zone = zone();
        if (signed) {
            powerdns.host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, nsec3));
            powerdns.host().call(Dns.DNSSEC_ROTATE, new RollKey(zone, KeyRole.ZSK, 30));
        }
        carry(zone, powerdns, bind);
        // changed there, so that more than what came goes back
        bind.host().call(Dns.RECORD_CREATE, new CreateRecord(zone, record(zone, "new", "A", "192.0.2.77")));
        powerdns.host().call(powerdns.carrier().drop(), new DropZones(List.of(zone)));
        assertThat(powerdns.asking().dig("www." + zone, "A")).isEmpty();
        carry(zone, bind, powerdns);
        assertThat(powerdns.asking().dig("new." + zone, "A")).containsExactly("192.0.2.77");
        bind.host().call(bind.carrier().drop(), new DropZones(List.of(zone)));
        assertThat(bind.asking().status("www." + zone, "A")).isEqualTo("REFUSED");
    }

    @Test
    void whatCameIsTakenBack() {
        DomainName zone = zone();
        powerdns.host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false));
        Host.Done<CarriedPage> taken =
                bind.host().change(bind.carrier().take(), new TakeZones(List.of(zone), "powerdns"));
        assertThat(bind.asking().dig("www." + zone, "A")).isNotEmpty();
        taken.undo();
        assertThat(bind.asking().status("www." + zone, "A")).isEqualTo("REFUSED");
        assertThat(powerdns.asking().dig("www." + zone, "A")).isNotEmpty();
    }

    @Test
    void noKeyIsInAPlan() {
        DomainName zone = zone();
        powerdns.host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false));
        String plan = "" + bind.host().plan(bind.carrier().take(), new TakeZones(List.of(zone), "powerdns"));
        assertThat(plan).contains("fingerprint").doesNotContain("Private");
    }

    @Test
    void aDifferenceIsFound() {
        DomainName zone = zone();
        bind.host().call(bind.carrier().take(), new TakeZones(List.of(zone), "powerdns"));
        powerdns.host().call(Dns.RECORD_CREATE, new CreateRecord(zone, record(zone, "late", "A", "192.0.2.78")));
        ComparedZones compared = compare(zone, powerdns, bind);
        assertThat(compared.differences())
                .extracting(Difference::text)
                .anyMatch(each -> each.startsWith("late." + zone + ". A: NOERROR"))
                .anyMatch(each -> each.contains("the serial would go back"));
        assertThat(compared.differences()).extracting(Difference::zone).containsOnly(zone);
        assertThat(print(zone, powerdns)).isNotEqualTo(print(zone, bind));
    }

    @Test
    void whatIsThereAlreadyIsNotOverwritten() {
        DomainName zone = zone();
        bind.host().call(bind.carrier().take(), new TakeZones(List.of(zone), "powerdns"));
        refused(
                "dns.zone.exists",
                () -> bind.host().call(bind.carrier().take(), new TakeZones(List.of(zone), "powerdns")));
        refused(
                "dns.carry.away",
                () -> bind.host()
                        .call(bind.carrier().take(), new TakeZones(List.of(new DomainName("no.example")), "absent")));
    }

    @Test
    void whatHasGoneMeanwhileIsLeftOut() {
        DomainName gone = new DomainName("no.example");
        assertThat(bind.host()
                        .call(bind.carrier().take(), new TakeZones(List.of(gone), "powerdns"))
                        .items())
                .isEmpty();
        assertThat(compare(gone, powerdns, bind).questions()).isZero();
    }

    @Test
    void aVersionIsAnotherOneWithEveryChange() {
        DomainName there = zone();
        DomainName zone = zone();
        bind.host().call(bind.carrier().take(), new TakeZones(List.of(there), "powerdns"));
        for (Side side : List.of(powerdns, bind)) {
            DomainName own = side == bind ? there : zone;
            Set<String> versions = new HashSet<>();
            versions.add(version(own, side));
            assertThat(versions.add(version(own, side))).isFalse();
            side.host().call(Dns.RECORD_CREATE, new CreateRecord(own, record(own, "new", "A", "192.0.2.77")));
            assertThat(versions.add(version(own, side))).isTrue();
            side.host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(own, false));
            assertThat(versions.add(version(own, side))).isTrue();
            side.host().call(Dns.DNSSEC_ROTATE, new RollKey(own, KeyRole.ZSK, 30));
            assertThat(versions.add(version(own, side))).isTrue();
        }
    }

    private static void carry(DomainName zone, Side from, Side to) {
        List<StoredRecord> records = records(zone, from);
        DnssecInfo dnssec = from.host().call(Dns.DNSSEC_READ, new ReadDnssec(zone));
        ZoneInfo info = from.host().call(Dns.ZONE_READ, new ReadZone(zone));

        to.host()
                .call(
                        to.carrier().take(),
                        new TakeZones(List.of(zone), from.carrier().server()));

        assertThat(print(zone, to)).isEqualTo(print(zone, from));
        assertThat(records(zone, to)).isEqualTo(records);
        assertThat(to.host().call(Dns.DNSSEC_READ, new ReadDnssec(zone)).ds()).isEqualTo(dnssec.ds());
        assertThat(to.host().call(Dns.DNSSEC_READ, new ReadDnssec(zone)).roll()).isEqualTo(dnssec.roll());
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

    /** A zone on PowerDNS with a record of every sort, one of them with an id that does not follow from it. */
    private static DomainName zone() {
        DomainName zone = new DomainName("c" + ++number + ".example");
        powerdns.host()
                .call(
                        Dns.ZONE_CREATE,
                        new CreateZone(
                                zone,
                                ZoneType.PRIMARY,
                                Soa.of(zone, new RecordName("ns1." + zone)),
                                List.of(
                                        record(zone, "@", "NS", "ns1." + zone + "."),
                                        record(zone, "ns1", "A", "192.0.2.53"),
                                        record(zone, "www", "A", "192.0.2.1"),
                                        record(zone, "www", "A", "192.0.2.2"),
                                        record(zone, "www", "AAAA", "2001:db8::1"),
                                        record(zone, "alias", "CNAME", "www." + zone + "."),
                                        record(zone, "*.wild", "TXT", "\"v=spf1 -all\" \"\\\"quoted\\\" \\195\\188\""),
                                        record(zone, "a.b.c", "A", "192.0.2.3"),
                                        record(zone, "sub", "NS", "ns.sub." + zone + "."),
                                        record(zone, "ns.sub", "A", "192.0.2.54"),
                                        record(zone, "@", "MX", "10 mail." + zone + "."),
                                        record(zone, "@", "CAA", "0 issue \"ca.example\""),
                                        record(zone, "_sip._tcp", "SRV", "1 2 5060 sip." + zone + "."),
                                        record(zone, "svc", "HTTPS", "1 . alpn=h2,h3 ipv4hint=192.0.2.9"),
                                        record(
                                                zone,
                                                "here",
                                                "LOC",
                                                "52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000.00m 10.00m"))));
        StoredRecord changed = records(zone, powerdns).stream()
                .filter(each -> each.content().equals("192.0.2.3"))
                .findFirst()
                .orElseThrow();
        powerdns.host()
                .call(
                        Dns.RECORD_UPDATE,
                        new UpdateRecord(zone, new RecordChange.Update(changed.id(), 300, "192.0.2.4")));
        return zone;
    }

    private static ResourceRecord record(DomainName zone, String name, String type, String content) {
        return new ResourceRecord(RecordName.in(zone, name), RecordType.valueOf(type), 300, content);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(ProblemException.class, call)
                        .problem()
                        .code())
                .isEqualTo(code);
    }
}
