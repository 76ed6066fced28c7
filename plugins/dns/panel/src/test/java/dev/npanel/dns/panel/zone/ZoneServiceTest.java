package dev.npanel.dns.panel.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.Dns;
import dev.npanel.dns.panel.MemoryDns;
import dev.npanel.dns.panel.MemoryDocuments;
import dev.npanel.dns.panel.RestTest;
import dev.npanel.dns.panel.defaults.DefaultsStore;
import dev.npanel.dns.panel.template.TemplateStore;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneType;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.job.JobResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C5")
class ZoneServiceTest extends RestTest {
    private final MemoryDns agent = new MemoryDns();
    private final MemoryDocuments documents = new MemoryDocuments();
    private final DefaultsStore store = new DefaultsStore(documents);
    private final ZoneService use = new ZoneService(
            agent,
            new TwoDomains(),
            new ZoneDrafts(store, new TemplateStore(documents), new FirstSerials(() -> Instant.ofEpochSecond(1))));

    @Test
    void aDomainIsUsedByItsZonesAndNotByThoseOfItsChildren() {
        assertThat(use.of(ZONE, USER)).isEmpty();
        create("child.example.com");
        assertThat(use.of(ZONE, USER)).isEmpty();
        assertThat(use.of(new DomainName("child.example.com"), USER)).hasValue("the DNS zone child.example.com");
        create("other.example.com");
        assertThat(use.of(ZONE, USER)).hasValue("the DNS zone other.example.com");
    }

    @Test
    void aDomainIsGivenAZoneAndLosesAllThatAreItsOwn() {
        assertThat(use.isThere(ZONE, USER)).isFalse();
        assertThat(use.setUp(ZONE, USER)).isInstanceOf(JobResult.Done.class);
        assertThat(use.isThere(ZONE, USER)).isTrue();
        create("child.example.com");
        create("other.example.com");

        use.takeDown(ZONE, USER);
        assertThat(use.of(ZONE, USER)).isEmpty();
        assertThat(use.isThere(new DomainName("child.example.com"), USER)).isTrue();
    }

    private void create(String name) {
        DomainName zone = new DomainName(name);
        Soa soa = Soa.of(zone, RecordName.apex(zone));
        agent.call(ADMIN, Dns.ZONE_CREATE, new CreateZone(zone, ZoneType.NATIVE, soa, List.of()));
    }

    private static final class TwoDomains implements Domains {
        @Override
        public Optional<AccountName> ownerOf(DomainName domain) {
            return Optional.of(new AccountName("alice"));
        }

        @Override
        public Optional<Instant> ownedSince(DomainName domain) {
            return Optional.of(Instant.EPOCH);
        }

        @Override
        public DomainSet ownedBy(AccountName account) {
            return DomainSet.of(ZONE, new DomainName("child.example.com"));
        }
    }
}
