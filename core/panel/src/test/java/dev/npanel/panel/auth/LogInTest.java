package dev.npanel.panel.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Permission;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.account.Account;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.mount.GuardedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C1")
class LogInTest {
    private static final Permission ANYBODY = new Permission("auth.me", Access.OWNER);
    private static final Permission ADMINISTRATOR = new Permission("account.create", Access.ADMINISTRATOR);
    private static final String PEER = "192.0.2.1";

    @TempDir
    Path directory;

    private TestPanel panel;
    private AccessTokens tokens;
    private LogIn logIn;
    private Authentication guard;
    private Account alice;

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        tokens = new AccessTokens(panel.keys, panel.clock);
        Sessions sessions = new Sessions(panel.store, panel.clock);
        logIn = new LogIn(panel.accounts, sessions, tokens, panel.limits, panel.audit);
        guard = new Authentication(tokens, panel.accounts, panel.gate, panel.limits, panel.audit);
        alice = panel.user("alice");
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void letsInWhoKnowsThePassword() {
        Tokens granted = logIn();
        assertThat(granted.tokenType()).isEqualTo("Bearer");
        assertThat(granted.expiresIn()).isEqualTo(600);
        assertThat(guard.admit(request(granted.accessToken()), ANYBODY).caller())
                .satisfies(caller -> assertThat(caller.account()).isEqualTo(alice.name()))
                .satisfies(caller -> assertThat(caller.from()).isEqualTo(PEER));
    }

    @Test
    void tellsAWrongPasswordAndAnUnknownNameAlike() {
        Problem wrong = problem(() -> logIn.logIn(alice.name(), new Secret("wrong horse"), PEER, "r"));
        Problem unknown = problem(() -> logIn.logIn(new AccountName("nobody1"), TestPanel.PASSWORD, PEER, "r"));
        assertThat(wrong).isEqualTo(unknown);
        assertThat(wrong.kind()).isEqualTo(ProblemKind.UNAUTHENTICATED);
    }

    @Test
    void holdsTheRoleAgainstThePermission() {
        String token = logIn().accessToken();
        assertThat(problem(() -> guard.admit(request(token), ADMINISTRATOR)).kind())
                .isEqualTo(ProblemKind.FORBIDDEN);
    }

    @Test
    void endsAnAccessTokenAfterTenMinutes() {
        String token = logIn().accessToken();
        panel.clock.move(Duration.ofSeconds(599));
        guard.admit(request(token), ANYBODY);
        panel.clock.move(Duration.ofSeconds(1));
        assertUnauthenticated(() -> guard.admit(request(token), ANYBODY));
    }

    /** ADVISORIES 34: what changes about an account is effective with its next request. */
    @Test
    void suspensionEndsEverythingAtOnce() {
        Tokens granted = logIn();
        panel.store.write(sql -> sql.update("UPDATE account SET suspended = 1 WHERE name = 'alice'"));
        assertUnauthenticated(() -> guard.admit(request(granted.accessToken()), ANYBODY));
        assertUnauthenticated(() -> logIn.refresh(new Secret(granted.refreshToken()), PEER, "r"));
        assertThat(problem(this::logIn).code()).isEqualTo("auth.suspended");
    }

    /** ADVISORIES 34. */
    @Test
    void aRoleIsReadWithEveryRequest() {
        panel.store.write(sql -> sql.update("UPDATE account SET role = 'ADMINISTRATOR' WHERE name = 'alice'"));
        String token = logIn().accessToken();
        guard.admit(request(token), ADMINISTRATOR);
        panel.store.write(sql -> sql.update("UPDATE account SET role = 'USER' WHERE name = 'alice'"));
        assertThat(problem(() -> guard.admit(request(token), ADMINISTRATOR)).kind())
                .isEqualTo(ProblemKind.FORBIDDEN);
    }

    /** ADVISORIES 34: and the next account of the same name is another one. */
    @Test
    void aDeletedAccountsTokenIsOfNoUseToItsSuccessor() {
        String token = logIn().accessToken();
        panel.store.write(sql -> sql.update("DELETE FROM account WHERE name = 'alice'"));
        panel.store.write(sql -> sql.update(
                "INSERT INTO account (id, name, role, state, suspended, password_hash, token_version, package, created)"
                        + " VALUES ('other', 'alice', 'USER', 'ACTIVE', 0, '', 0, 'default', 0)"));
        assertUnauthenticated(() -> guard.admit(request(token), ANYBODY));
    }

    @Test
    void aNewTokenVersionEndsTokens() {
        String token = logIn().accessToken();
        panel.store.write(sql -> sql.update("UPDATE account SET token_version = token_version + 1"));
        assertUnauthenticated(() -> guard.admit(request(token), ANYBODY));
    }

    @Test
    void logOutEndsTheAccessTokenToo() {
        Tokens granted = logIn();
        Tokens other = logIn();
        logIn.logOut(new Secret(granted.refreshToken()), PEER, "r");
        assertUnauthenticated(() -> guard.admit(request(granted.accessToken()), ANYBODY));
        guard.admit(request(other.accessToken()), ANYBODY);
    }

    @Test
    void refreshTokensRotate() {
        Tokens first = logIn();
        Tokens second = logIn.refresh(new Secret(first.refreshToken()), PEER, "r");
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        guard.admit(request(second.accessToken()), ANYBODY);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsTheSession() {
        Tokens first = logIn();
        Tokens second = logIn.refresh(new Secret(first.refreshToken()), PEER, "r");
        assertUnauthenticated(() -> logIn.refresh(new Secret(first.refreshToken()), "198.51.100.9", "thief"));
        assertUnauthenticated(() -> logIn.refresh(new Secret(second.refreshToken()), PEER, "r"));
        assertUnauthenticated(() -> guard.admit(request(second.accessToken()), ANYBODY));
        assertThat(panel.store.<Long>read(sql -> sql.number(
                        "SELECT count(*) FROM audit WHERE outcome LIKE '%auth.reused%' AND request = 'thief'")))
                .isEqualTo(1);
    }

    @Test
    void sessionsEndByThemselves() {
        Tokens granted = logIn();
        panel.clock.move(Duration.ofDays(8));
        assertUnauthenticated(() -> logIn.refresh(new Secret(granted.refreshToken()), PEER, "r"));
    }

    /** ADVISORIES 52: every kind of token is good for one thing. */
    @Test
    void tokensAreGoodForOneThingOnly() {
        Tokens granted = logIn();
        assertUnauthenticated(() -> guard.admit(request(granted.refreshToken()), ANYBODY));
        assertUnauthenticated(() -> logIn.refresh(new Secret(granted.accessToken()), PEER, "r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YWxpY2U6eA==", "Bearer", "Bearer ", "Token x", "Bearer a.b.c", "Bearer ..."})
    void nothingElseIsACredential(String header) {
        assertUnauthenticated(
                () -> guard.admit(new GuardedRequest("id", PEER, "GET", "/auth/me", header, false), ANYBODY));
    }

    @Test
    void triesAreLimited() {
        for (int i = 0; i < 10; i++) {
            assertUnauthenticated(() -> logIn.logIn(alice.name(), new Secret("wrong horse"), PEER, "r"));
        }
        Problem limit = problem(this::logIn);
        assertThat(limit.kind()).isEqualTo(ProblemKind.LIMIT);
        assertThat(limit.retryAfter()).isBetween(1, 300);
        logIn.logIn(alice.name(), TestPanel.PASSWORD, "198.51.100.9", "r");
        panel.clock.move(Duration.ofSeconds(Objects.requireNonNull(limit.retryAfter())));
        logIn();
    }

    @Test
    void successesAreNotLimited() {
        for (int i = 0; i < 60; i++) {
            logIn();
        }
    }

    @Test
    void triesAtManyNamesAreLimitedByAddress() {
        for (int i = 0; i < 30; i++) {
            AccountName name = new AccountName("nobody" + i);
            assertUnauthenticated(() -> logIn.logIn(name, TestPanel.PASSWORD, PEER, "r"));
        }
        assertThat(problem(this::logIn).kind()).isEqualTo(ProblemKind.LIMIT);
    }

    @Test
    void everythingIsInTheTrail() {
        logIn();
        assertUnauthenticated(() -> logIn.logIn(alice.name(), new Secret("wrong horse"), PEER, "r"));
        assertThat(panel.store.<List<String>>read(sql -> sql.list(
                        "SELECT account || ' ' || action || ' ' || target || ' ' || source || ' ' || outcome FROM audit",
                        row -> row.getString(1))))
                .containsExactly(
                        "alice auth.login account:alice 192.0.2.1 ok",
                        "- auth.login account:alice 192.0.2.1 UNAUTHENTICATED auth.wrong");
    }

    private Tokens logIn() {
        return logIn.logIn(alice.name(), TestPanel.PASSWORD, PEER, "r");
    }

    private static GuardedRequest request(String token) {
        return new GuardedRequest("id", PEER, "GET", "/auth/me", "Bearer " + token, false);
    }

    private static void assertUnauthenticated(ThrowingCallable call) {
        assertThat(problem(call).kind()).isEqualTo(ProblemKind.UNAUTHENTICATED);
    }

    private static Problem problem(ThrowingCallable call) {
        Problem[] caught = new Problem[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, thrown -> caught[0] = thrown.problem());
        return caught[0];
    }
}
