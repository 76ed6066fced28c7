package dev.npanel.panel.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.account.Account;
import dev.npanel.panel.account.AccountView;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.setup.SetupResource.Recovery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A locked-out administrator, and what root has left for them. */
@Tag("C2")
class RecoveryTest {
    private static final GuardedRequest REQUEST =
            new GuardedRequest("id", "192.0.2.1", "POST", "/setup/recovery", null, false);
    private static final Secret TOKEN = new Secret("npv_00112233");
    private static final Secret NEW = new Secret("another long password");

    @TempDir
    Path directory;

    private TestPanel panel;
    private Path file;
    private SetupResource setup;
    private Account administrator;

    @BeforeEach
    void open() throws Exception {
        panel = new TestPanel(directory.resolve("state"));
        file = directory.resolve("recovery");
        setup = resource();
        administrator = panel.administrator();
        rootMakesATokenFor(administrator.name());
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void theNewPasswordIsTheOnlyOne() {
        assertThat(recover(TOKEN, NEW).name()).isEqualTo(administrator.name());

        assertThat(panel.accounts.authenticate(administrator.name(), NEW)).isPresent();
        assertThat(panel.accounts.authenticate(administrator.name(), TestPanel.PASSWORD))
                .isEmpty();
    }

    @Test
    void allSessionsEnd() {
        panel.store.write(sql -> sql.update(
                "INSERT INTO session (id, account, source, created, expires) VALUES ('s', ?, '', 0, ?)",
                administrator.id(),
                Long.MAX_VALUE));
        assertThat(panel.accounts.ofSession(administrator.id(), "s")).isPresent();

        recover(TOKEN, NEW);

        assertThat(panel.accounts.ofSession(administrator.id(), "s")).isEmpty();
        assertThat(panel.accounts.find(administrator.name()).map(Account::tokenVersion))
                .contains(administrator.tokenVersion() + 1);
    }

    @Test
    void aSuspensionIsLifted() {
        panel.store.write(sql -> sql.update("UPDATE account SET suspended = 1"));

        assertThat(recover(TOKEN, NEW).suspended()).isFalse();
    }

    @Test
    void theTokenIsGoodOnceAlsoAfterAStart() {
        recover(TOKEN, NEW);
        assertRefused("recovery.token", administrator.name(), TOKEN, NEW);

        setup = resource();

        assertRefused("recovery.token", administrator.name(), TOKEN, NEW);
    }

    @Test
    void theTokenIsGoodForAQuarterOfAnHour() throws Exception {
        panel.clock.move(Duration.ofMinutes(16));
        assertRefused("recovery.token", administrator.name(), TOKEN, NEW);

        rootMakesATokenFor(administrator.name());
        recover(TOKEN, NEW);
    }

    @Test
    void theTokenIsGoodForNobodyElse() {
        Account user = panel.user("alice");

        assertRefused("recovery.token", user.name(), TOKEN, NEW);
    }

    @Test
    void usersAreNotRecovered() throws Exception {
        Account user = panel.user("alice");
        rootMakesATokenFor(user.name());

        assertRefused("account.not-found", user.name(), TOKEN, NEW);
        assertThat(panel.accounts.authenticate(user.name(), TestPanel.PASSWORD)).isPresent();
    }

    @Test
    void aPasswordThatIsRefusedDoesNotUseTheTokenUp() {
        assertRefused("invalid", administrator.name(), TOKEN, new Secret("short"));
        assertThat(panel.accounts.authenticate(administrator.name(), TestPanel.PASSWORD))
                .isPresent();

        recover(TOKEN, NEW);
    }

    @Test
    void withoutRootsFileThereIsNoWayIn() throws Exception {
        Files.move(file, directory.resolve("elsewhere"));
        assertRefused("recovery.token", administrator.name(), TOKEN, NEW);
        Files.createSymbolicLink(file, directory.resolve("elsewhere"));
        assertRefused("recovery.token", administrator.name(), TOKEN, NEW);
        Files.delete(file);
        Files.write(file, new byte[100_000]);
        assertRefused("recovery.token", administrator.name(), TOKEN, NEW);
    }

    @Test
    void triesAreLimitedAndInTheTrail() {
        for (int i = 0; i < 10; i++) {
            assertRefused("recovery.token", administrator.name(), new Secret("npv_wrong"), NEW);
        }
        assertRefused("limit.tries", administrator.name(), TOKEN, NEW);
        panel.clock.move(Duration.ofMinutes(10));
        recover(TOKEN, NEW);

        assertThat(lines("outcome LIKE '%recovery.token' AND target = 'account:root1'"))
                .isEqualTo(10);
        assertThat(lines("outcome = 'ok' AND target = 'account:root1'")).isOne();
    }

    private SetupResource resource() {
        return new SetupResource(
                new SetupToken(panel.state, panel.accounts),
                new RecoveryToken(file, panel.state, panel.clock),
                panel.accounts,
                panel.limits,
                panel.audit);
    }

    /** What npanel-recover does. */
    private void rootMakesATokenFor(AccountName name) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(TOKEN.reveal().getBytes(StandardCharsets.US_ASCII));
        Files.writeString(file, name + " " + HexFormat.of().formatHex(hash) + "\n");
        Files.setLastModifiedTime(file, FileTime.from(panel.clock.instant()));
    }

    private AccountView recover(Secret token, Secret password) {
        return setup.recover(REQUEST, new Recovery(token, administrator.name(), password));
    }

    private long lines(String where) {
        panel.audit.event(Actor.stranger("192.0.2.1", "end"), "test.end", "server", "ok");
        return panel.store.<Long>read(
                sql -> sql.number("SELECT count(*) FROM audit WHERE action = 'setup.recovery' AND " + where));
    }

    private void assertRefused(String code, AccountName name, Secret token, Secret password) {
        assertThatThrownBy(() -> setup.recover(REQUEST, new Recovery(token, name, password)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
