package dev.npanel.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainSetTest {
    @Test
    void domainsAndWhatIsBelowThem() {
        DomainSet set = set("example.com", "b.example.org");
        assertThat(names("example.com", "www.example.com", "a.b.c.example.com", "b.example.org", "x.b.example.org"))
                .allMatch(set::covers);
        assertThat(names("notexample.com", "example.co", "example.org", "a.example.org", "com.example"))
                .noneMatch(set::covers);
    }

    @Test
    void everyOneOfManyIsFoundAndNothingBetweenThem() {
        for (int size = 1; size < 40; size++) {
            List<DomainName> domains = IntStream.range(0, size)
                    .mapToObj(i -> new DomainName("x".repeat(1 + i % 5) + i + ".example"))
                    .toList();
            DomainSet set = DomainSet.of(domains);

            assertThat(set.size()).isEqualTo(size);
            assertThat(set.names()).containsExactlyInAnyOrderElementsOf(domains).isSorted();
            assertThat(domains).allMatch(set::covers);
            assertThat(domains.stream().map(name -> new DomainName(name.text() + "s")))
                    .noneMatch(set::covers);
            assertThat(domains.stream().map(name -> new DomainName("a" + name.text())))
                    .noneMatch(set::covers);
            assertThat(domains.stream().map(name -> new DomainName("a." + name.text())))
                    .allMatch(set::covers);
        }
    }

    @Test
    void oneMoreAndOneLess() {
        DomainSet grown = set();
        for (String name : List.of("m.example", "a.example", "z.example", "n.example", "a.example")) {
            grown = grown.with(new DomainName(name));
        }
        assertThat(grown).isEqualTo(set("a.example", "m.example", "n.example", "z.example"));

        assertThat(grown.without(new DomainName("b.example"))).isEqualTo(grown);
        assertThat(grown.without(new DomainName("a.example"))).isEqualTo(set("m.example", "n.example", "z.example"));
        assertThat(grown.without(new DomainName("n.example"))).isEqualTo(set("a.example", "m.example", "z.example"));
        assertThat(grown.without(new DomainName("z.example"))).isEqualTo(set("a.example", "m.example", "n.example"));
        assertThat(set("a.example").without(new DomainName("a.example"))).isEqualTo(set());
    }

    @Test
    void noneCoverNothing() {
        assertThat(set().covers(new DomainName("example.com"))).isFalse();
        assertThat(set().isEmpty()).isTrue();
        assertThat(set().size()).isZero();
        assertThat(set().names()).isEmpty();
    }

    @Test
    void coversAnotherWhenItCoversAllOfIt() {
        DomainSet own = set("example.com", "example.org");
        assertThat(own.covers(set("www.example.com", "example.org"))).isTrue();
        assertThat(own.covers(set("example.com", "example.net"))).isFalse();
        assertThat(own.covers(own)).isTrue();
        assertThat(own.covers(set())).isTrue();
        assertThat(set().covers(own)).isFalse();
    }

    @Test
    void sameInWhateverOrder() {
        assertThat(set("b.example", "a-b.example", "a.example", "b.example"))
                .isEqualTo(new DomainSet("a-b.example a.example b.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "a.example ",
                " a.example",
                "a.example  b.example",
                "b.example a.example",
                "a.example a.example",
                "a.example,b.example",
                "A.example",
                "a.example\nb.example",
                "a.example\u0000",
                "\u00e4.example"
            })
    void isWrittenInOneWay(String text) {
        assertThatThrownBy(() -> new DomainSet(text)).isInstanceOf(ProblemException.class);
    }

    private static DomainSet set(String... domains) {
        return DomainSet.of(names(domains).toList());
    }

    private static Stream<DomainName> names(String... domains) {
        return Stream.of(domains).map(DomainName::new);
    }
}
