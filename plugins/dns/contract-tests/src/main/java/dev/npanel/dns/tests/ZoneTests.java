package dev.npanel.dns.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.Dns;
import dev.npanel.dns.edit.Serial;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.zone.CheckZone;
import dev.npanel.dns.zone.Contact;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.ExportZone;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.dns.zone.ReadSoa;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.UpdateSoa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZonePage;
import dev.npanel.dns.zone.ZoneType;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones: made, found, ended, and their start of authority. */
interface ZoneTests extends DnsFixture {
    @Tag("D1")
    @Test
    default void aNewZoneAnswers() {
        DomainName zone = fresh();
        Soa soa = soa(zone).withSerial(2026_110_100L);
        ZoneInfo info = host().call(
                        Dns.ZONE_CREATE,
                        new CreateZone(
                                zone,
                                ZoneType.PRIMARY,
                                soa,
                                List.of(
                                        record(zone, "@", "NS", "ns1.example.net."),
                                        record(zone, "www", "A", "192.0.2.1"))));

        assertThat(info).isEqualTo(host().call(Dns.ZONE_READ, new ReadZone(zone)));
        assertThat(info).isEqualTo(new ZoneInfo(zone, zone.text(), ZoneType.PRIMARY, 2026_110_100L, false));
        assertThat(asking().dig(zone.text(), "SOA")).containsExactly(soa.content());
        assertThat(asking().dig("www." + zone, "A")).containsExactly("192.0.2.1");
    }

    @Tag("D1")
    @Test
    default void aZoneIsMadeOnce() {
        DomainName zone = zone();
        Refused.with("dns.zone.exists", () -> create(zone));
    }

    @Test
    default void aZoneNeedsANameServer() {
        DomainName zone = fresh();
        Refused.with(
                "dns.no-ns",
                () -> host().call(Dns.ZONE_CREATE, new CreateZone(zone, ZoneType.NATIVE, soa(zone), List.of())));
        Refused.with("dns.zone.unknown", () -> host().call(Dns.ZONE_READ, new ReadZone(zone)));
    }

    @Test
    default void whatIsUnknownIsNotFound() {
        DomainName zone = fresh();
        Refused.with("dns.zone.unknown", () -> list(zone));
        Refused.with("dns.zone.unknown", () -> host().call(Dns.ZONE_DELETE, new DeleteZone(zone)));
        Refused.with("dns.zone.unknown", () -> host().call(Dns.ZONE_EXPORT, new ExportZone(zone)));
        Refused.with("dns.zone.unknown", () -> host().call(Dns.ZONE_CHECK, new CheckZone(zone)));
        Refused.with("dns.zone.unknown", () -> host().call(Dns.SOA_READ, new ReadSoa(zone)));
        Refused.with("dns.zone.unknown", () -> host().call(Dns.SOA_UPDATE, new UpdateSoa(zone, soa(zone))));
        Refused.with(
                "dns.zone.unknown",
                () -> host().call(Dns.RECORD_LIST, new ListRecords(zone, RecordName.apex(zone), null, null, null, 10)));
    }

    @Test
    default void zonesAreListedInPages() {
        DomainName parent = fresh();
        List<DomainName> made = List.of(
                parent, new DomainName("a." + parent), new DomainName("b." + parent), new DomainName("c.b." + parent));
        made.forEach(this::create);
        zone();

        ZonePage first = host().call(Dns.ZONE_LIST, new ListZones(DomainSet.of(parent), null, 3));
        ZonePage second = host().call(Dns.ZONE_LIST, new ListZones(DomainSet.of(parent), first.next(), 3));

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(List.of(first, second).stream()
                        .flatMap(page -> page.items().stream())
                        .map(ZoneInfo::zone))
                .containsExactlyElementsOf(made.stream().sorted().toList());
        assertThat(host().call(Dns.ZONE_LIST, new ListZones(DomainSet.of(made.get(2)), null, 10))
                        .items())
                .extracting(ZoneInfo::zone)
                .containsExactly(made.get(2), made.get(3));
        assertThat(host().call(Dns.ZONE_LIST, new ListZones(DomainSet.of(), null, 10))
                        .items())
                .isEmpty();
    }

    @Test
    default void aNewZoneCanBeUndone() {
        DomainName zone = fresh();
        Host.Done<ZoneInfo> done = host().change(
                        Dns.ZONE_CREATE,
                        new CreateZone(
                                zone,
                                ZoneType.NATIVE,
                                soa(zone),
                                List.of(record(zone, "@", "NS", "ns1.example.net."))));
        done.undo();
        Refused.with("dns.zone.unknown", () -> host().call(Dns.ZONE_READ, new ReadZone(zone)));
        create(zone);
    }

    @Test
    default void aDeletedZoneComesBackWithALaterSerial() {
        DomainName zone = zone();
        List<String> before = lines(zone);
        Host.Done<ZoneInfo> done = host().change(Dns.ZONE_DELETE, new DeleteZone(zone));
        assertThat(done.answer().zone()).isEqualTo(zone);
        assertThat(asking().dig(zone.text(), "SOA")).isEmpty();

        done.undo();

        assertThat(lines(zone)).isEqualTo(before);
        assertThat(asking().serial(zone.text())).isGreaterThan(1);
    }

    @Test
    default void theStartOfAuthorityChanges() {
        DomainName zone = zone();
        Soa soa =
                new Soa(new RecordName("ns9.example.net"), new Contact("me." + zone), 4711, 7200, 900, 86_400, 60, 120);

        Host.Done<ZoneInfo> done = host().change(Dns.SOA_UPDATE, new UpdateSoa(zone, soa));

        assertThat(done.answer().serial()).isEqualTo(4711);
        assertThat(asking().dig(zone.text(), "SOA")).containsExactly(soa.content());
        assertThat(host().call(Dns.SOA_READ, new ReadSoa(zone))).isEqualTo(soa);
        done.undo();
        assertThat(asking().dig(zone.text(), "SOA"))
                .containsExactly(soa(zone).withSerial(4712).content());
        assertThat(host().call(Dns.SOA_READ, new ReadSoa(zone)))
                .isEqualTo(soa(zone).withSerial(4712));
    }

    @Test
    default void aSerialNeverGoesBack() {
        DomainName zone = zone();
        host().call(Dns.SOA_UPDATE, new UpdateSoa(zone, soa(zone).withSerial(100)));
        ZoneInfo info =
                host().call(Dns.SOA_UPDATE, new UpdateSoa(zone, soa(zone).withSerial(50)));
        assertThat(info.serial()).isEqualTo(101);
        assertThat(asking().serial(zone.text())).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(longs = {2_147_483_647L, 4_294_967_294L, 4_294_967_295L})
    default void theSerialGoesRoundTheCircle(long serial) {
        DomainName zone = fresh();
        host().call(
                        Dns.ZONE_CREATE,
                        new CreateZone(
                                zone,
                                ZoneType.NATIVE,
                                soa(zone).withSerial(serial),
                                List.of(record(zone, "@", "NS", "ns1.example.net."))));
        assertThat(asking().serial(zone.text())).isEqualTo(serial);
        for (int change = 0; change < 3; change++) {
            long before = asking().serial(zone.text());
            host().call(Dns.SOA_UPDATE, new UpdateSoa(zone, soa(zone).withSerial(before)));
            assertThat(asking().serial(zone.text())).isEqualTo(Serial.next(before));
        }
    }
}
