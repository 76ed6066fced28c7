package dev.npanel.panel.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.account.Account;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.setup.SetupResource.FirstAdministrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("C2")
class SetupResourceTest {
    private static final AccountName ADMIN = new AccountName("admin");
    private static final GuardedRequest REQUEST = new GuardedRequest("id", "192.0.2.1", "POST", "/setup", null, false);

    @TempDir
    Path directory;

    private TestPanel panel;
    private SetupToken token;
    private SetupResource setup;

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        token = new SetupToken(panel.state, panel.accounts);
        setup = new SetupResource(
                token,
                new RecoveryToken(directory.resolve("recovery"), panel.state, panel.clock),
                panel.accounts,
                panel.limits,
                panel.audit);
        token.prepare();
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void theTokenIsForRootOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("setup-token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void itMakesTheFirstAdministratorOnce() throws Exception {
        Secret given = read();
        setup.create(REQUEST, with(given));
        assertThat(panel.accounts.find(ADMIN).map(Account::role)).contains(Role.ADMINISTRATOR);
        assertThat(directory.resolve("setup-token")).doesNotExist();
        assertProblem("setup.token", with(given));
    }

    @Test
    void itIsAnotherOneWithEveryStartUntilThen() throws Exception {
        Secret before = read();
        token.prepare();
        assertThat(read()).isNotEqualTo(before);
        assertProblem("setup.token", with(before));
        setup.create(REQUEST, with(read()));
        token.prepare();
        assertThat(directory.resolve("setup-token")).doesNotExist();
    }

    @Test
    void aPasswordThatIsRefusedDoesNotUseItUp() throws Exception {
        assertThatThrownBy(
                        () -> setup.create(REQUEST, new FirstAdministrator(read(), ADMIN, new Secret("short"), null)))
                .isInstanceOf(ProblemException.class);
        setup.create(REQUEST, with(read()));
    }

    @Test
    void triesAreLimitedAndInTheTrail() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertProblem("setup.token", with(new Secret("nps_wrong")));
        }
        assertProblem("limit.tries", with(read()));
        assertThat(
                        panel.store.<Long>read(
                                sql -> sql.number(
                                        "SELECT count(*) FROM audit WHERE action = 'setup.administrator' AND outcome LIKE '%setup.token'")))
                .isEqualTo(10);
    }

    private Secret read() throws Exception {
        return new Secret(Files.readString(directory.resolve("setup-token")).strip());
    }

    private static FirstAdministrator with(Secret token) {
        return new FirstAdministrator(token, ADMIN, TestPanel.PASSWORD, null);
    }

    private void assertProblem(String code, FirstAdministrator body) {
        assertThatThrownBy(() -> setup.create(REQUEST, body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
