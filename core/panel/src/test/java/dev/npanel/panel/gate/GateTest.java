package dev.npanel.panel.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.fixture.TestPanel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
    private static final Permission OWNERS = new Permission("dns.zone.read", Access.OWNER);
    private static final Permission ADMINISTRATORS = new Permission("dns.service.restart", Access.ADMINISTRATOR);

    @TempDir
    Path directory;

    private TestPanel panel;

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        panel.user("alice");
        panel.user("bob");
        panel.domain("alice.example", "alice");
        panel.domain("bob.example", "bob");
    }

    @AfterEach
    void close() {
        panel.close();
    }

    static List<Scope> alices() {
        return List.of(
                new Scope.Account(new AccountName("alice")),
                domain("alice.example"),
                domain("www.alice.example"),
                domains("alice.example", "www.alice.example"));
    }

    static List<Scope> notAlices() {
        return List.of(
                new Scope.Server(),
                new Scope.Account(new AccountName("bob")),
                new Scope.Account(new AccountName("nobody1")),
                domain("bob.example"),
                domain("nobodys.example"),
                domain("xalice.example"),
                domains("alice.example", "bob.example"),
                domains("alice.example", "nobodys.example"),
                domains());
    }

    @ParameterizedTest
    @MethodSource("alices")
    void ownersMay(Scope scope) {
        panel.gate.check(TestPanel.as("alice", Role.USER).caller(), OWNERS, scope);
    }

    @ParameterizedTest
    @MethodSource("notAlices")
    void othersMayNotAndLearnNothing(Scope scope) {
        assertForbidden(() -> panel.gate.check(TestPanel.as("alice", Role.USER).caller(), OWNERS, scope));
    }

    @ParameterizedTest
    @MethodSource({"alices", "notAlices"})
    void administratorsMayEverything(Scope scope) {
        panel.gate.check(TestPanel.as("root1", Role.ADMINISTRATOR).caller(), OWNERS, scope);
        panel.gate.check(TestPanel.as("root1", Role.ADMINISTRATOR).caller(), ADMINISTRATORS, scope);
    }

    @ParameterizedTest
    @MethodSource({"alices", "notAlices"})
    void usersNeverHoldWhatIsForAdministrators(Scope scope) {
        assertForbidden(() -> panel.gate.check(TestPanel.as("alice", Role.USER).caller(), ADMINISTRATORS, scope));
    }

    @Test
    void whatIsRefusedIsInTheTrail() {
        PrivilegedWork work = new PrivilegedWork(panel.gate, panel.audit);
        assertForbidden(
                () -> work.perform(TestPanel.as("alice", Role.USER), OWNERS, domain("bob.example"), () -> "never"));
        panel.audit.event(Actor.stranger("x", "y"), "auth.login", "z", "ok");
        assertThat(panel.store.<String>read(sql -> sql.one(
                                "SELECT account || ' ' || target || ' ' || outcome FROM audit WHERE seq = 1",
                                row -> row.getString(1))
                        .orElseThrow()))
                .isEqualTo("alice domain:bob.example FORBIDDEN forbidden");
    }

    private static void assertForbidden(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().kind()).isEqualTo(ProblemKind.FORBIDDEN));
    }

    private static Scope domain(String name) {
        return new Scope.Domain(new DomainName(name));
    }

    private static Scope domains(String... names) {
        return new Scope.Domains(
                DomainSet.of(Stream.of(names).map(DomainName::new).toList()));
    }
}
