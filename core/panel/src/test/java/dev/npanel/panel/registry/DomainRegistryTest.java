package dev.npanel.panel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.fixture.TestPanel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C5")
class DomainRegistryTest {
    private static final AccountName ALICE = new AccountName("alice");
    private static final AccountName BOB = new AccountName("bob");

    @TempDir
    Path directory;

    private TestPanel panel;

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        panel.user("alice");
        panel.user("bob");
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void theNearestDomainAboveSaysWhoOwnsIt() {
        add(ALICE, "example.com");
        assertThat(owner("example.com")).isEqualTo("alice");
        assertThat(owner("a.b.example.com")).isEqualTo("alice");
        assertThat(owner("notexample.com")).isEqualTo("nobody");
        assertThat(owner("com.example")).isEqualTo("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "www.example.com", "a.b.c.example.com"})
    void nobodyGetsWhatIsOrLiesBelowAnothersDomain(String wanted) {
        add(ALICE, "example.com");
        assertProblem("domain.taken", () -> add(BOB, wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "b.example.com"})
    void nobodyGetsWhatHasAnothersDomainBelow(String wanted) {
        add(ALICE, "a.b.example.com");
        assertProblem("domain.taken", () -> add(BOB, wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notexample.com", "example.com.net", "example.co", "xexample.com", "example-a.com"})
    void neighboursAreFree(String wanted) {
        add(ALICE, "example.com");
        add(ALICE, "www.example.com");
        add(BOB, wanted);
        assertThat(owner(wanted)).isEqualTo("bob");
    }

    @Test
    void onesOwnMayLieBelowOneAnother() {
        add(ALICE, "a.example.com");
        add(ALICE, "example.com");
        add(ALICE, "b.example.com");
        assertThat(panel.domains.ownedBy(ALICE).size()).isEqualTo(3);
        assertProblem("domain.exists", () -> add(ALICE, "example.com"));
    }

    @ParameterizedTest
    @CsvSource({"bücher.example, xn--bcher-kva.example", "EXAMPLE.com., example.com"})
    void namesAreOneHoweverTheyAreWritten(String given, String kept) {
        add(ALICE, given);
        assertThat(panel.domains.ownedBy(ALICE).text()).isEqualTo(kept);
        assertProblem("domain.taken", () -> add(BOB, "www." + kept));
    }

    @Test
    void asManyAsThePackageAllows() {
        panel.store.write(sql -> sql.update("UPDATE package SET domains = 2"));
        add(ALICE, "a.example");
        add(ALICE, "b.example");
        assertProblem("domain.limit", () -> add(ALICE, "c.example"));
        add(BOB, "c.example");
    }

    @Test
    void aDryRunChangesNothing() {
        panel.domains.add(new DomainName("example.com"), ALICE, false, true);
        assertThat(panel.domains.ownedBy(ALICE).isEmpty()).isTrue();
    }

    @Test
    void onlyAdministratorsGiveAwayPublicSuffixes() throws Exception {
        Files.write(
                directory.resolve("suffixes"),
                List.of("// list", "co.uk", "*.ck", "!www.ck", "рф", "xn--p1ai", "blogspot.com"));
        assertProblem("domain.taken", () -> add(ALICE, "co.uk"));
        assertProblem("domain.taken", () -> add(ALICE, "any.ck"));
        assertProblem("domain.taken", () -> add(ALICE, "blogspot.com"));
        add(ALICE, "www.ck");
        add(ALICE, "example.co.uk");
        panel.domains.add(new DomainName("blogspot.com"), ALICE, true, false);
        assertThat(owner("a.blogspot.com")).isEqualTo("alice");
    }

    @Test
    void whatWasGivenBackIsFree() {
        add(ALICE, "example.com");
        panel.domains.remove(new DomainName("example.com"));
        add(BOB, "example.com");
        assertThat(owner("example.com")).isEqualTo("bob");
    }

    @Test
    void listsByPages() {
        for (char name = 'a'; name < 'f'; name++) {
            add(ALICE, name + ".example");
        }
        assertThat(panel.domains.page(ALICE, "", 3).next()).isEqualTo("c.example");
        assertThat(panel.domains.page(ALICE, "c.example", 3).items()).hasSize(2);
        assertThat(panel.domains.page(BOB, "", 3).items()).isEmpty();
    }

    private void add(AccountName account, String name) {
        panel.domains.add(new DomainName(name), account, false, false);
    }

    private String owner(String name) {
        return panel.domains
                .ownerOf(new DomainName(name))
                .map(AccountName::text)
                .orElse("nobody");
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
