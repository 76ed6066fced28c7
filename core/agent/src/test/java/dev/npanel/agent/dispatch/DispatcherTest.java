package dev.npanel.agent.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.agent.audit.AuditTrail;
import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import dev.npanel.agent.effect.Handlers;
import dev.npanel.agent.engine.EngineAssembly;
import dev.npanel.agent.program.Programs;
import dev.npanel.agent.unit.Systemctl;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.json.Json;
import dev.npanel.channel.server.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("C8")
class DispatcherTest {
    private static final Caller ALICE = new Caller(new AccountName("alice"), Caller.Role.USER, "192.0.2.1", "r1");
    private static final ContractVersion BUILT_AGAINST = new ContractVersion(1, 0);

    private final Json json = Json.wire();
    private final Registry registry = new Registry();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final InFlight inFlight = new InFlight(Duration.ofMinutes(1));

    @TempDir
    private Path root;

    private AuditTrail audit;
    private Dispatcher dispatcher;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(root.resolve("state"));
        Files.createDirectories(root.resolve("etc"));
        EngineAssembly assembly = new EngineAssembly(
                root,
                new AbsolutePath("/state"),
                new Handlers(),
                new Systemctl(new Programs(), new AbsolutePath("/bin/true")),
                scheduler,
                Checkpoints.NONE);
        audit = AuditTrail.open(
                root.resolve("audit"),
                AuditTrail.Limits.standard(),
                Clock.systemUTC(),
                new Durability(Checkpoints.NONE));
        dispatcher = new Dispatcher(registry, assembly.engine(), audit, inFlight);
        registry.add(new GreetAction(root), "test", step -> true);
    }

    @AfterEach
    void close() throws IOException {
        scheduler.shutdownNow();
        audit.close();
    }

    @Test
    void servesAnActionAndWritesDownIntentAndOutcome() throws IOException {
        RecordedReplies replies = call("test.greet", Map.of("name", "world"), BUILT_AGAINST, false);

        assertThat(replies.output(json, GreetAction.Greeting.class)).isEqualTo(new GreetAction.Greeting("hello world"));
        assertThat(replies.change()).isNotNull();
        assertThat(root.resolve("etc/greeting")).hasContent("world");
        assertThat(trail()).containsSubsequence("INTENT", "test.greet", "alice", "OUTCOME", "\"outcome\":\"ok\"");
    }

    @Test
    void showsADryRun() throws IOException {
        RecordedReplies replies = call("test.greet", Map.of("name", "world"), BUILT_AGAINST, true);

        assertThat(replies.preview()).isNotNull();
        assertThat(root.resolve("etc/greeting")).doesNotExist();
    }

    @Test
    void refusesWhatNobodyServes() throws IOException {
        Problem problem = failure("test.unknown", Map.of(), BUILT_AGAINST);

        assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(trail()).contains("action.unknown");
    }

    @Test
    void writesNothingDownThatAStrangerHasSentAsAName() throws IOException {
        failure("x\n{\"seq\":1}", Map.of(), BUILT_AGAINST);

        assertThat(trail()).contains("(no name)").doesNotContain("\\n");
    }

    @Test
    void refusesAnotherVersionOfTheContract() throws IOException {
        Problem problem = failure("test.greet", Map.of("name", "x"), new ContractVersion(2, 0));

        assertThat(problem.code()).isEqualTo("contract.version");
        assertThat(trail()).contains("contract.version");
    }

    @Test
    void refusesARequestThatIsNoSuchRecord() throws IOException {
        Problem problem = failure("test.greet", Map.of("class", "java.lang.Runtime"), BUILT_AGAINST);

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.violations()).extracting("field").contains("name", "class");
    }

    @Test
    void tellsNothingOfWhatItDidNotForesee() throws IOException {
        Problem problem = failure("test.greet", Map.of("name", GreetAction.UNFORESEEN), BUILT_AGAINST);

        assertThat(problem.kind()).isEqualTo(ProblemKind.FAILED);
        assertThat(problem.incident()).isNotBlank();
        assertThat(problem.message()).doesNotContain("secret");
        assertThat(trail()).doesNotContain("secret");
        assertThat(inFlight.isAlive()).isTrue();
    }

    @Test
    void refusesASecondActionOfOneName() {
        assertThatThrownBy(() -> registry.add(new GreetAction(root), "other", step -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other")
                .hasMessageContaining("test");
    }

    private Problem failure(String action, Object input, ContractVersion version) {
        return call(action, input, version, false).problem();
    }

    private RecordedReplies call(String action, Object input, ContractVersion version, boolean dryRun) {
        RecordedReplies replies = new RecordedReplies(Duration.ofMinutes(1));
        dispatcher.handle(
                new Frame.Call(1, 1, action, version, ALICE, 60_000, dryRun, 0, Body.of(json, input)),
                new Peer(1, 1, 1),
                replies);
        return replies;
    }

    private String trail() throws IOException {
        return Files.readString(root.resolve("audit"));
    }
}
