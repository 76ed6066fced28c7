package dev.npanel.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.agent.boot.MadeUpAction.Done;
import dev.npanel.agent.dispatch.RecordedReplies;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Declaration;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Check;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.EffectType;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A plugin that wants more than it declares, or does not do its work: what it plans is refused, the caller gets a typed
 * problem, the trail a line, and everybody else goes on (ADVISORIES 18, 19, 60).
 */
@Tag("C6")
@Tag("C9")
class EvilPluginTest {
    private static final String ACTION = "evil.thing.do";
    private static final String GOOD = "good.thing.do";
    private static final Ownership ANYBODY = new Ownership("root", "root", 0644);
    private static final Declaration DECLARED = new Declaration(
            "evil",
            Set.of("evil.*"),
            Set.of("/etc/evil/"),
            Set.of("evil.service"),
            Set.of("/usr/bin/true"),
            Set.of("evil.state"));
    private static final EffectType<Key, State> OTHERS = new EffectType<>("other.state", Key.class, State.class);
    private static final int HANGING = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path root;

    private AgentOnTrial agent;
    private MadeUpAction evil = MadeUpAction.changing(ACTION, host -> Plan.answer(new Done()));

    record Key(String name) {}

    record State(String text) {}

    @BeforeEach
    void open() throws IOException {
        agent = new AgentOnTrial(root);
        Files.createDirectories(root.resolve("etc/evil"));
        Files.createDirectories(root.resolve("etc/cron.d"));
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:\n");
        Files.writeString(root.resolve("etc/evil/own"), "own");
        agent.take(
                MadeUpAction.changing(GOOD, host -> Plan.answer(new Done())),
                new Declaration("good", Set.of(GOOD), Set.of(), Set.of(), Set.of(), Set.of()));
    }

    @AfterEach
    void close() throws IOException {
        agent.close();
    }

    static Stream<Step> undeclared() {
        return Stream.of(
                new PutFile(path("/etc/passwd"), Content.of("evil:x:0:0:\n"), ANYBODY),
                new PutFile(path("/etc/evil-twin/file"), Content.of(""), ANYBODY),
                new PutFile(path("/etc/evil"), Content.of(""), ANYBODY),
                new PutDirectory(path("/etc/cron.d/evil"), ANYBODY),
                new Delete(path("/etc/passwd")),
                new Delete(path("/etc")),
                new Move(path("/etc/evil/own"), path("/etc/cron.d/own")),
                new Move(path("/etc/passwd"), path("/etc/evil/passwd")),
                new Check("evil", path("/bin/false"), List.of()),
                new Check("evil", path("/usr/bin/true-evil"), List.of()),
                new UnitChange("ssh.service", Verb.STOP),
                new UnitChange("npanel-agent.service", Verb.DISABLE),
                OTHERS.put(new Key("a"), new State("evil")),
                OTHERS.remove(new Key("a")));
    }

    @ParameterizedTest
    @MethodSource("undeclared")
    void aStepThatIsNotDeclaredIsRefusedAndSoIsTheWholePlan(Step step) throws IOException {
        List<String> before = agent.files();
        PutFile declared = new PutFile(path("/etc/evil/new"), Content.of("x"), agent.mine(0644));

        evil(host -> Plan.of(List.of(declared, step), new Done()));

        assertRefused("plan.undeclared");
        assertThat(agent.files()).isEqualTo(before);
    }

    @Test
    void aLinkInADeclaredDirectoryLeadsNowhere() throws IOException {
        Files.createSymbolicLink(root.resolve("etc/evil/passwd"), root.resolve("etc/passwd"));
        Files.createSymbolicLink(root.resolve("etc/evil/cron"), root.resolve("etc/cron.d"));

        evil(host -> put("/etc/evil/cron/job"));
        assertThat(call().problem().code()).isEqualTo("host.state");
        assertThat(root.resolve("etc/cron.d")).isEmptyDirectory();

        evil(host -> put("/etc/evil/passwd"));
        var unused = call();
        assertThat(root.resolve("etc/passwd")).hasContent("root:x:0:0:");
        assertThat(agent.isWell(GOOD)).isTrue();
    }

    static Stream<Function<HostView, Plan<Done>>> broken() {
        return Stream.of(
                host -> {
                    throw new IllegalStateException("a secret of the host");
                },
                host -> {
                    throw new AssertionError("a secret of the host");
                },
                host -> {
                    throw new NoClassDefFoundError("a secret of the host");
                },
                host -> {
                    throw new StackOverflowError("a secret of the host");
                });
    }

    @ParameterizedTest
    @MethodSource("broken")
    void planningThatThrowsIsAnIncident(Function<HostView, Plan<Done>> planner) throws IOException {
        List<String> before = agent.files();

        evil(planner);

        assertFailed();
        assertThat(agent.files()).isEqualTo(before);
    }

    static Stream<Function<HostView, Plan<Done>>> impossible() {
        return Stream.of(
                host -> put("/etc/evil/../passwd"),
                host -> put("/etc/evil/a\nb"),
                host -> put("relative"),
                host -> Plan.of(List.of(new UnitChange("--force", Verb.STOP)), new Done()),
                host -> Plan.of(List.of(new Check("evil", path("/usr/bin/true"), List.of("a\nb"))), new Done()));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void aStepThatNoPlanCanHaveIsRefused(Function<HostView, Plan<Done>> planner) throws IOException {
        List<String> before = agent.files();

        evil(planner);

        assertThat(call().problem().kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(agent.trail()).contains("INTENT", "\"outcome\":\"invalid\"");
        assertThat(agent.files()).isEqualTo(before);
        assertThat(agent.isWell(GOOD)).isTrue();
    }

    @Test
    void aPlanWithoutEndIsRefused() throws IOException {
        evil(host -> Plan.of(Collections.nCopies(10_001, new Delete(path("/etc/evil/own"))), new Done()));

        assertRefused("plan.too-long");
        assertThat(root.resolve("etc/evil/own")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"good.thing.do", "account.create", "evilish.thing.do", "dns.record.create"})
    void anActionThatIsNotDeclaredIsNotServed(String name) throws IOException {
        Set<String> before = agent.actions();

        agent.take(MadeUpAction.changing(name, host -> put("/etc/evil/new")), DECLARED);

        assertThat(agent.actions()).isEqualTo(before);
        assertThat(agent.trail()).contains("\"PLUGIN\"", "evil brings " + name);
        assertThat(agent.isWell(GOOD)).isTrue();
    }

    @Test
    void whatHangsDoesNotTakeTheOthersAlong() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger planning = new AtomicInteger();
        ExecutorService callers = Executors.newCachedThreadPool();
        try {
            evil(host -> {
                planning.incrementAndGet();
                awaitWhateverHappens(go);
                return Plan.answer(new Done());
            });
            for (int i = 0; i < HANGING; i++) {
                callers.execute(() -> agent.call(ACTION, Duration.ofMillis(1)));
            }
            await().atMost(PATIENCE).until(() -> planning.get() == HANGING);

            assertThat(call().problem().code()).isEqualTo("plugin.hangs");
            assertThat(agent.trail()).contains("plugin.hangs");
            assertThat(agent.isWell(GOOD)).isTrue();
        } finally {
            go.countDown();
            callers.shutdown();
        }
        await().atMost(PATIENCE).until(callers::isTerminated);
        assertThat(agent.isWell(ACTION)).isTrue();
    }

    private void evil(Function<HostView, Plan<Done>> planner) {
        agent.drop(evil);
        evil = MadeUpAction.changing(ACTION, planner);
        agent.take(evil, DECLARED);
    }

    private RecordedReplies call() {
        return agent.call(ACTION, Duration.ofSeconds(30));
    }

    private void assertRefused(String code) throws IOException {
        assertThat(call().problem()).satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ProblemKind.FAILED);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.incident()).isNotBlank();
        });
        assertThat(agent.trail()).contains("INTENT", "\"outcome\":\"" + code + "\"");
        assertThat(agent.isWell(GOOD)).isTrue();
    }

    private void assertFailed() throws IOException {
        assertThat(call().problem()).satisfies(problem -> {
            assertThat(problem.incident()).isNotBlank();
            assertThat(problem.message()).doesNotContain("secret", "/etc");
        });
        assertThat(agent.trail()).contains("INTENT", "OUTCOME").doesNotContain("secret");
        assertThat(agent.isWell(GOOD)).isTrue();
    }

    private static Plan<Done> put(String path) {
        return Plan.of(List.of(new PutFile(path(path), Content.of("evil"), ANYBODY)), new Done());
    }

    private static AbsolutePath path(String text) {
        return new AbsolutePath(text);
    }

    private static void awaitWhateverHappens(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException evilDoesNotListen) {
                // goes on
            }
        }
    }
}
