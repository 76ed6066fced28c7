package dev.npanel.panel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.account.UnixAccounts;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.account.Account.State;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.fixture.FakeAgent;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.rest.CallContext;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("C3")
class ProvisioningTest {
    private static final AccountName ALICE = new AccountName("alice");

    @TempDir
    Path directory;

    private TestPanel panel;
    private Provisioning provisioning;
    private CallContext administrator;

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        provisioning = new Provisioning(panel.accounts, panel.agent);
        administrator = TestPanel.as(panel.administrator());
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void makesTheUnixUserOfAUser() {
        Account alice = provisioning.create(administrator, alice(Role.USER)).value();
        assertThat(alice.state()).isEqualTo(State.ACTIVE);
        assertThat(alice.parent())
                .isEqualTo(panel.accounts
                        .find(new AccountName("root1"))
                        .orElseThrow()
                        .id());
        assertThat(panel.agent.users).containsExactly("alice");
    }

    @Test
    void makesNoUnixUserOfAnAdministrator() {
        assertThat(provisioning
                        .create(administrator, alice(Role.ADMINISTRATOR))
                        .value()
                        .state())
                .isEqualTo(State.ACTIVE);
        assertThat(panel.agent.calls).isEmpty();
    }

    @Test
    void changesNothingInADryRun() {
        assertThat(provisioning.create(TestPanel.dryRun(administrator), alice(Role.USER)))
                .isInstanceOf(Outcome.Preview.class);
        assertNothingIsLeft();
    }

    @Test
    void refusesANameThatIsTaken() {
        provisioning.create(administrator, alice(Role.USER));
        assertProblem("account.exists", () -> provisioning.create(administrator, alice(Role.USER)));
    }

    @Test
    void neverTakesOverAUnixUserThatIsThere() {
        panel.agent.users.add("alice");
        assertProblem("account.unix-exists", () -> provisioning.create(administrator, alice(Role.USER)));
        assertThat(panel.accounts.find(ALICE)).isEmpty();
        assertThat(provisioning.settle(administrator)).isTrue();
        assertThat(panel.agent.users).containsExactly("alice");
    }

    @Test
    void leavesNothingOfWhatTheAgentRefused() {
        panel.agent.failBefore(
                UnixAccounts.CREATE,
                Problem.of(ProblemKind.CONFLICT, "unix.exists", "x").asException());
        assertProblem("unix.exists", () -> provisioning.create(administrator, alice(Role.USER)));
        assertNothingIsLeft();
    }

    @Test
    void undoesWhatTheAgentDidBeforeItWentAway() {
        panel.agent.failAfter(UnixAccounts.CREATE, FakeAgent.lost());
        assertProblem("agent.lost", () -> provisioning.create(administrator, alice(Role.USER)));
        assertThat(panel.accounts.find(ALICE).orElseThrow().usable()).isFalse();
        assertProblem("account.settling", () -> provisioning.create(administrator, alice(Role.USER)));
        assertThat(provisioning.settle(administrator)).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void undoesWhatTheAgentDidNotGetToDo() {
        panel.agent.failBefore(UnixAccounts.CREATE, FakeAgent.lost());
        assertProblem("agent.lost", () -> provisioning.create(administrator, alice(Role.USER)));
        assertThat(provisioning.settle(administrator)).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void settlesOnceTheAgentIsBack() {
        panel.agent.failAfter(UnixAccounts.CREATE, FakeAgent.lost());
        assertProblem("agent.lost", () -> provisioning.create(administrator, alice(Role.USER)));
        panel.agent.failBefore(UnixAccounts.DELETE, FakeAgent.lost());
        assertProblem("agent.lost", () -> provisioning.settle(administrator));
        assertThat(provisioning.settle(administrator)).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void removesBothSides() {
        Account alice = provisioning.create(administrator, alice(Role.USER)).value();
        provisioning.delete(administrator, alice);
        assertNothingIsLeft();
    }

    @Test
    void finishesADeletionThatWasCutOff() {
        Account alice = provisioning.create(administrator, alice(Role.USER)).value();
        panel.agent.failBefore(UnixAccounts.DELETE, FakeAgent.lost());
        assertProblem("agent.lost", () -> provisioning.delete(administrator, alice));
        assertThat(panel.accounts.find(ALICE).orElseThrow().state()).isEqualTo(State.DELETING);
        assertThat(provisioning.settle(administrator)).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void keepsAnAccountThatHasDomains() {
        Account alice = provisioning.create(administrator, alice(Role.USER)).value();
        panel.store.write(sql -> sql.update(
                "INSERT INTO domain (name, reversed, account, created) VALUES ('a.example', 'example.a.', ?, 0)",
                alice.id()));
        assertThat(panel.domains.ownerOf(new DomainName("www.a.example"))).contains(ALICE);
        assertProblem("account.has-domains", () -> provisioning.delete(administrator, alice));
        assertThat(panel.agent.users).containsExactly("alice");
    }

    @Test
    void keepsTheLastAdministrator() {
        Account last = panel.accounts.find(new AccountName("root1")).orElseThrow();
        assertProblem("account.last-administrator", () -> provisioning.delete(administrator, last));
        assertProblem("account.last-administrator", () -> panel.accounts.suspend(last, true));
    }

    private void assertNothingIsLeft() {
        assertThat(panel.accounts.find(ALICE)).isEmpty();
        assertThat(panel.agent.users).isEmpty();
    }

    private static NewAccount alice(Role role) {
        return new NewAccount(ALICE, TestPanel.PASSWORD, null, role, "default");
    }

    private static void assertProblem(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
