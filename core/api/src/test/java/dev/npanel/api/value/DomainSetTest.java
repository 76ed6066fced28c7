package dev.npanel.api.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DomainSetTest {
    @Test
    void domainsAndWhatIsBelowThem() {
        DomainSet set = set("example.com", "b.example.org");
        assertThat(Stream.of("example.com", "www.example.com", "a.b.c.example.com", "b.example.org", "x.b.example.org")
                        .map(DomainName::new))
                .allMatch(set::covers);
        assertThat(Stream.of("notexample.com", "example.co", "example.org", "a.example.org", "com.example")
                        .map(DomainName::new))
                .noneMatch(set::covers);
    }

    @Test
    void noneCoverNothing() {
        assertThat(set().covers(new DomainName("example.com"))).isFalse();
    }

    private static DomainSet set(String... domains) {
        return new DomainSet(List.of(domains).stream().map(DomainName::new).toList());
    }
}
