package dev.npanel.panel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.npanel.api.account.UnixAccounts;
import dev.npanel.api.account.UnixAccounts.CreateUnixAccount;
import dev.npanel.api.account.UnixAccounts.ReadUnixAccount;
import dev.npanel.api.account.UnixAccounts.UnixAccount;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.json.Json;
import dev.npanel.channel.server.ChannelEvents;
import dev.npanel.channel.server.ChannelServer;
import dev.npanel.channel.server.Peer;
import dev.npanel.channel.server.PeerPolicy;
import dev.npanel.channel.server.Refusal;
import dev.npanel.channel.server.Replies;
import dev.npanel.channel.server.ServerLimits;
import dev.npanel.channel.server.SocketPlace;
import dev.npanel.panel.agent.Forwarded;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.rest.CallContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real socket, to a server that stands for the agent. */
class SocketAgentTest {
    private static final AccountName ALICE = new AccountName("alice");
    private static final CallContext ADMINISTRATOR = TestPanel.as("root1", Role.ADMINISTRATOR);
    private static final ChangeId CHANGE = new ChangeId("0123456789ab");
    private static final String OTHER = "{\"new\":[1, 2],  \"name\":\"other\",\"next\":null}";

    @TempDir
    Path directory;

    private TestPanel panel;
    private AgentSocket socket;
    private SocketAgent agent;
    private @Nullable ChannelServer server;
    private final List<Frame.Call> received = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        panel = new TestPanel(directory.resolve("state"));
        socket = new AgentSocket(directory.resolve("run/agent.sock"));
        agent = new SocketAgent(panel.gate, panel.audit, socket);
    }

    @AfterEach
    void close() {
        socket.close();
        stop();
        panel.close();
    }

    @Test
    void carriesACallAndItsAnswer() throws Exception {
        start();
        Outcome<UnixAccount> outcome = agent.call(ADMINISTRATOR, UnixAccounts.CREATE, new CreateUnixAccount(ALICE));
        assertThat(outcome).isEqualTo(new Outcome.Done<>(unix(), CHANGE));
        assertThat(received.get(0).caller()).isEqualTo(ADMINISTRATOR.caller());
        assertThat(trail())
                .containsExactly(
                        "INTENT unix.account.create account:alice  -",
                        "OUTCOME unix.account.create account:alice ok 0123456789ab");
    }

    @Test
    void carriesADryRun() throws Exception {
        start();
        assertThat(agent.call(TestPanel.dryRun(ADMINISTRATOR), UnixAccounts.CREATE, new CreateUnixAccount(ALICE)))
                .isInstanceOf(Outcome.Preview.class);
        assertThat(trail()).containsExactly("EVENT unix.account.create account:alice ok (dry run) -");
    }

    @Test
    void carriesAProblem() throws Exception {
        start();
        assertProblem("unix.not-found", () -> agent.read(ADMINISTRATOR, UnixAccounts.READ, new ReadUnixAccount(ALICE)));
        assertThat(trail()).containsExactly("EVENT unix.account.read account:alice NOT_FOUND unix.not-found -");
    }

    /** To the byte, with what this panel knows nothing of. */
    @Test
    void passesAnAnswerOnAsItIs() throws Exception {
        start();
        Forwarded<UnixAccount> answer =
                agent.forward(ADMINISTRATOR, UnixAccounts.READ, new ReadUnixAccount(new AccountName("other")));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.json().writeTo(bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(OTHER);
        assertThat(trail()).containsExactly("EVENT unix.account.read account:other ok -");
        assertProblem(
                "unix.not-found", () -> agent.forward(ADMINISTRATOR, UnixAccounts.READ, new ReadUnixAccount(ALICE)));
        panel.user("bob");
        assertProblem(
                "forbidden",
                () -> agent.forward(
                        TestPanel.as("bob", Role.USER),
                        UnixAccounts.READ,
                        new ReadUnixAccount(new AccountName("other"))));
    }

    @Test
    void sendsNothingThatTheGateRefuses() throws Exception {
        start();
        panel.user("bob");
        assertProblem(
                "forbidden",
                () -> agent.call(TestPanel.as("bob", Role.USER), UnixAccounts.CREATE, new CreateUnixAccount(ALICE)));
        assertThat(received).isEmpty();
        assertThat(trail()).containsExactly("EVENT unix.account.create account:alice FORBIDDEN forbidden -");
    }

    @Test
    void isUnavailableWhileTheAgentIsAwayAndWorksOnceItIsBack() throws Exception {
        assertProblem("agent.away", this::create);
        start();
        assertThat(create()).isEqualTo(new Outcome.Done<>(unix(), CHANGE));
        stop();
        assertProblem("agent.away", this::create);
        start();
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> create() != null);
        assertThat(socket.reachable()).isTrue();
    }

    @Test
    void knowsWhetherTheAgentIsThere() throws Exception {
        assertThat(socket.reachable()).isFalse();
        start();
        assertThat(socket.reachable()).isTrue();
    }

    @Test
    void anAnswerThatBreaksTheContractIsNotTheClientsFault() throws Exception {
        start();
        assertThatThrownBy(() ->
                        agent.read(ADMINISTRATOR, UnixAccounts.READ, new ReadUnixAccount(new AccountName("rubbish"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private Outcome<UnixAccount> create() {
        return agent.call(ADMINISTRATOR, UnixAccounts.CREATE, new CreateUnixAccount(ALICE));
    }

    private void serve(Frame.Call call, Replies replies) {
        received.add(call);
        if (call.dryRun()) {
            replies.preview(new ChangePreview(List.of()));
        } else if (call.action().equals(UnixAccounts.CREATE.name())) {
            replies.result(CHANGE, Body.of(Json.wire(), unix()));
        } else if (asked(call).equals("alice")) {
            replies.failure(Problem.of(ProblemKind.NOT_FOUND, "unix.not-found", "x"));
        } else if (asked(call).equals("other")) {
            byte[] json = OTHER.getBytes(StandardCharsets.UTF_8);
            replies.result(null, Body.within(json, 0, json.length));
        } else {
            replies.result(null, Body.of(Json.wire(), new ReadUnixAccount(ALICE)));
        }
    }

    private static String asked(Frame.Call call) {
        return call.input().read(Json.wire(), ReadUnixAccount.class).name().text();
    }

    private void start() throws IOException {
        long uid = (Integer) Files.getAttribute(directory, "unix:uid");
        server = new ChannelServer(
                new SocketPlace(directory.resolve("run/agent.sock"), null),
                ServerLimits.standard(),
                new PeerPolicy(uid),
                (call, peer, replies) -> serve(call, replies),
                new Silent());
        server.open();
    }

    private void stop() {
        if (server != null) {
            server.close();
        }
    }

    private List<String> trail() {
        panel.audit.event(Actor.stranger("x", "y"), "auth.login", "last", "ok");
        return panel.store.<List<String>>read(sql -> sql.list(
                "SELECT phase || ' ' || action || ' ' || target || ' ' || outcome || ' ' || coalesce(change, '-')"
                        + " FROM audit WHERE target <> 'last' ORDER BY seq",
                row -> row.getString(1)));
    }

    private static UnixAccount unix() {
        return new UnixAccount(ALICE, 1000, new AbsolutePath("/home/alice"));
    }

    private static void assertProblem(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    /** Nobody looks. */
    private static final class Silent implements ChannelEvents {
        @Override
        public void refused(@Nullable Peer peer, Refusal refusal, String detail) {
            // not of interest here
        }

        @Override
        public void failed(Peer peer, String action, String incident, Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
