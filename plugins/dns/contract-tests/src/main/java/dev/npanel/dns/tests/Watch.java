package dev.npanel.dns.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import java.util.List;

/** A resolver that looks at a zone from time to time, and keeps what it saw the last time. */
final class Watch {
    private final DnsFixture fixture;
    private final DomainName zone;
    private Snapshot last;

    Watch(DnsFixture fixture, DomainName zone, List<String> ds) {
        this.fixture = fixture;
        this.zone = zone;
        this.last = Snapshot.take(fixture.asking().port(), zone);
        look(ds);
    }

    /** The zone must be secure with this DS, both fresh and for somebody who kept keys or answers. */
    void look(List<String> ds) {
        assertThat(fixture.asking().delv(zone.text(), ds, zone.text(), "SOA")).contains("; fully validated");
        assertThat(fixture.asking().delv(zone.text(), ds, "no." + zone, "A")).contains("fully validated");
        Snapshot now = Snapshot.take(fixture.asking().port(), zone);
        assertThat(now.isTrusted(ds)).as("keys by %s", ds).isTrue();
        assertThat(now.verifies(now)).as("answers by the keys").isTrue();
        assertThat(last.verifies(now)).as("new answers by kept keys").isTrue();
        assertThat(now.verifies(last)).as("kept answers by new keys").isTrue();
        last = now;
    }
}
