package dev.npanel.dns.tests;

import static dev.npanel.dns.dnssec.KeyRoll.Phase.DONE;
import static dev.npanel.dns.dnssec.KeyRoll.Phase.DS_SEEN;
import static dev.npanel.dns.dnssec.KeyRoll.Phase.DS_WANTED;
import static dev.npanel.dns.dnssec.KeyRoll.Phase.PUBLISHED;
import static dev.npanel.dns.dnssec.KeyRoll.Phase.SIGNING;
import static dev.npanel.dns.dnssec.KeyRoll.Phase.SWAPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.dnssec.AdvanceRoll;
import dev.npanel.dns.dnssec.ConfirmDs;
import dev.npanel.dns.dnssec.DisableDnssec;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.EnableDnssec;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.dnssec.KeyRoll;
import dev.npanel.dns.dnssec.ReadDnssec;
import dev.npanel.dns.dnssec.RollKey;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.ReadZone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing, and key rolls that no resolver notices: neither one that comes fresh nor one that holds what it got before. */
interface DnssecTests extends DnsFixture {
    @Tag("D8")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void aSignedZoneIsSecure(boolean nsec3) {
        DomainName zone = fresh();
        create(zone, record(zone, "www", "A", "192.0.2.1"), record(zone, "a.b", "TXT", "x"));
        long serial = asking().serial(zone.text());

        DnssecInfo info = host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, nsec3));

        assertThat(info.signed()).isTrue();
        assertThat(info.keys()).hasSize(2).allMatch(key -> key.active() && key.published());
        assertThat(info.keys()).allMatch(key -> key.algorithm().equals("ECDSAP256SHA256"));
        assertThat(info.ds()).hasSize(1);
        assertThat(info.ds().get(0)).matches("\\d+ 13 2 [0-9A-F]{64}");
        assertThat(asking().serial(zone.text())).isGreaterThan(serial);
        assertThat(host().call(Dns.ZONE_READ, new ReadZone(zone)).signed()).isTrue();
        assertThat(asking().delv(zone.text(), info.ds(), "www." + zone, "A")).contains("; fully validated");
        assertThat(asking().delv(zone.text(), info.ds(), "b." + zone, "A"))
                .contains("; negative response, fully validated");
        assertThat(asking().delv(zone.text(), info.ds(), "no." + zone, "A"))
                .contains("; negative response, fully validated");
        assertThat(asking().dig(zone.text(), "NSEC3PARAM")).isEqualTo(nsec3 ? List.of("1 0 0 -") : List.of());
    }

    @Test
    default void aSignedZoneStaysSecureWhenRecordsChange() {
        DomainName zone = zone();
        DnssecInfo info = host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, true));
        host().call(Dns.RECORD_CREATE, new CreateRecord(zone, record(zone, "x.y", "A", "192.0.2.5")));
        assertThat(asking().delv(zone.text(), info.ds(), "x.y." + zone, "A")).contains("; fully validated");
        assertThat(asking().delv(zone.text(), info.ds(), "y." + zone, "A")).contains("fully validated");
    }

    @Test
    default void signingCanBeUndone() {
        DomainName zone = zone();
        host().change(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, true)).undo();
        assertThat(read(zone).signed()).isFalse();
        assertThat(read(zone).keys()).isEmpty();
        assertThat(asking().dig(zone.text(), "DNSKEY")).isEmpty();
    }

    @Test
    default void signingEndsOnlyWhenTheParentHasNoDs() {
        DomainName zone = zone();
        Refused.with("dns.dnssec.not-signed", () -> disable(zone, true));
        host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false));
        Refused.with("dns.dnssec.ds-at-parent", () -> disable(zone, false));
        assertThat(read(zone).signed()).isTrue();

        DnssecInfo info = disable(zone, true);

        assertThat(info).isEqualTo(new DnssecInfo(false, List.of(), List.of(), null));
        assertThat(asking().dig(zone.text(), "DNSKEY")).isEmpty();
        assertThat(asking().dig(zone.text(), "SOA")).hasSize(1);
    }

    @Test
    default void aDeletedZoneLeavesNoKeys() {
        DomainName zone = zone();
        host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false));
        host().call(Dns.ZONE_DELETE, new DeleteZone(zone));

        create(zone);

        assertThat(read(zone)).isEqualTo(new DnssecInfo(false, List.of(), List.of(), null));
        assertThat(asking().dig(zone.text(), "DNSKEY")).isEmpty();
    }

    @Tag("D9")
    @Test
    default void aZskIsPublishedBeforeItSigns() {
        DomainName zone = zone();
        DnssecInfo signed = host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false));
        Watch watch = new Watch(this, zone, signed.ds());
        int old = tag(signed, KeyRole.ZSK);

        DnssecInfo info = roll(zone, KeyRole.ZSK);
        assertThat(info.roll()).extracting(KeyRoll::phase, KeyRoll::oldTag).containsExactly(PUBLISHED, old);
        assertThat(info.ds()).isEqualTo(signed.ds());
        watch.look(signed.ds());
        // DNSKEY TTL (SOA minimum 3600) + propagation 30
        step(zone, Duration.ofSeconds(3629), PUBLISHED, PUBLISHED);
        step(zone, Duration.ofSeconds(1), PUBLISHED, SIGNING);
        watch.look(signed.ds());
        step(zone, Duration.ofSeconds(3629), SIGNING, SIGNING);
        step(zone, Duration.ofSeconds(1), SIGNING, DONE);
        watch.look(signed.ds());

        assertThat(read(zone).keys()).hasSize(2).allMatch(key -> key.active() && key.published());
        assertThat(tag(read(zone), KeyRole.ZSK)).isNotEqualTo(old);
        assertThat(advance(zone)).isEqualTo(DONE);
        roll(zone, KeyRole.ZSK);
        assertThat(advance(zone)).isEqualTo(PUBLISHED);
    }

    @Tag("D9")
    @Test
    default void aKskWaitsForItsParent() {
        DomainName zone = zone();
        DnssecInfo signed = host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, true));
        Watch watch = new Watch(this, zone, signed.ds());

        DnssecInfo info = roll(zone, KeyRole.KSK);
        assertThat(info.ds()).hasSize(2).containsAll(signed.ds());
        List<String> both = info.ds();
        watch.look(signed.ds());
        step(zone, Duration.ofDays(30), DS_WANTED, DS_WANTED);
        assertThat(host().call(Dns.DNSSEC_CONFIRM_DS, new ConfirmDs(zone, 7200)).roll())
                .extracting(KeyRoll::phase)
                .isEqualTo(DS_SEEN);
        watch.look(signed.ds());
        watch.look(both);
        step(zone, Duration.ofSeconds(7229), DS_SEEN, DS_SEEN);
        step(zone, Duration.ofSeconds(1), DS_SEEN, SWAPPED);
        watch.look(both);
        step(zone, Duration.ofSeconds(3629), SWAPPED, SWAPPED);
        step(zone, Duration.ofSeconds(1), SWAPPED, DONE);

        List<String> fresh = read(zone).ds();
        assertThat(fresh).hasSize(1).doesNotContainAnyElementsOf(signed.ds());
        watch.look(both);
        watch.look(fresh);
        assertThat(read(zone).keys()).hasSize(2);
    }

    @Test
    default void theFirstStepOfARollCanBeUndone() {
        DomainName zone = zone();
        DnssecInfo signed = host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false));
        Stream.of(KeyRole.ZSK, KeyRole.KSK).forEach(role -> {
            host().change(Dns.DNSSEC_ROTATE, new RollKey(zone, role, 0)).undo();
            assertThat(read(zone)).isEqualTo(signed);
        });
        assertThat(asking().delv(zone.text(), signed.ds(), zone.text(), "SOA")).contains("; fully validated");
    }

    @Test
    default void aRollNeedsASignedZoneAndIsAlone() {
        DomainName zone = zone();
        Refused.with("dns.dnssec.not-signed", () -> roll(zone, KeyRole.ZSK));
        host().call(Dns.DNSSEC_ENABLE, new EnableDnssec(zone, false));
        Refused.with("dns.dnssec.no-roll", () -> host().call(Dns.DNSSEC_CONFIRM_DS, new ConfirmDs(zone, 60)));
        roll(zone, KeyRole.ZSK);
        Refused.with("dns.dnssec.rolling", () -> roll(zone, KeyRole.KSK));
        assertThat(advance(zone)).isEqualTo(PUBLISHED);
    }

    private DnssecInfo read(DomainName zone) {
        return host().call(Dns.DNSSEC_READ, new ReadDnssec(zone));
    }

    private DnssecInfo disable(DomainName zone, boolean parentHasNoDs) {
        return host().call(Dns.DNSSEC_DISABLE, new DisableDnssec(zone, parentHasNoDs));
    }

    private DnssecInfo roll(DomainName zone, KeyRole role) {
        return host().call(Dns.DNSSEC_ROTATE, new RollKey(zone, role, 30));
    }

    /** Lets time pass and advances twice: the second time nothing is to happen. */
    private void step(DomainName zone, Duration time, KeyRoll.Phase from, KeyRoll.Phase to) {
        assertThat(phase(read(zone))).isEqualTo(from);
        clock().pass(time);
        assertThat(advance(zone)).isEqualTo(to);
        assertThat(advance(zone)).isEqualTo(to);
    }

    private static int tag(DnssecInfo info, KeyRole role) {
        return info.keys().stream()
                .filter(key -> key.role() == role)
                .findAny()
                .orElseThrow()
                .tag();
    }

    private KeyRoll.Phase advance(DomainName zone) {
        return phase(host().call(Dns.DNSSEC_ADVANCE, new AdvanceRoll(zone)));
    }

    private static KeyRoll.Phase phase(DnssecInfo info) {
        return Optional.ofNullable(info.roll()).orElseThrow().phase();
    }
}
