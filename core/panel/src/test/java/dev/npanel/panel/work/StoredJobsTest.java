package dev.npanel.panel.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.JobView.State;
import dev.npanel.panel.rest.CallContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("C7")
class StoredJobsTest {
    private static final String TYPE = "dns.dnssec.roll";
    private static final CallContext ALICE = TestPanel.as("alice", Role.USER);

    @TempDir
    Path directory;

    private TestPanel panel;
    private StoredJobs jobs;
    private final List<CallContext> runs = new CopyOnWriteArrayList<>();
    private final List<String> said = new ArrayList<>();
    private volatile Supplier<JobResult> behaviour = () -> new JobResult.Done("done");

    record Roll(DomainName zone) {}

    record Leaky(Secret secret) {}

    private final JobHandler<Roll> handler = new JobHandler<>() {
        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Class<Roll> payload() {
            return Roll.class;
        }

        @Override
        public JobResult run(Roll payload, JobRun run) {
            runs.add(run.context());
            said.forEach(run::tell);
            return behaviour.get();
        }
    };

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        panel.user("alice");
        jobs = jobs();
        jobs.addHandler(handler);
    }

    @AfterEach
    void close() {
        jobs.close();
        panel.close();
    }

    @Test
    void runsAsWhoSubmittedIt() {
        JobView job = submit();
        awaitState(job, State.DONE);
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).caller().account()).isEqualTo(ALICE.caller().account());
        assertThat(runs.get(0).caller().from()).isEqualTo(ALICE.caller().from());
    }

    @Test
    void goesOnUntilItIsDone() {
        behaviour =
                () -> runs.size() < 3 ? new JobResult.Again(Duration.ofMillis(5), "step") : new JobResult.Done("ok");
        awaitState(submit(), State.DONE);
        assertThat(runs).hasSize(3);
    }

    @Test
    void waitsUntilItIsWoken() {
        behaviour = () -> runs.size() < 2 ? new JobResult.Waiting("for the parent") : new JobResult.Done("ok");
        JobView job = submit();
        awaitState(job, State.WAITING);
        jobs.wake(TYPE, "example.com");
        awaitState(job, State.DONE);
    }

    @Test
    void whatARunTellsIsSeenWhileItRunsAndStaysWhenItFails() {
        CountDownLatch seen = new CountDownLatch(1);
        said.add("half of it is done");
        said.add("told too soon after");
        behaviour = () -> {
            awaited(seen);
            throw Problem.of(ProblemKind.CONFLICT, "test.no", "No.").asException();
        };
        JobView job = submit();
        awaitState(job, State.RUNNING);
        await().until(() -> jobs.find(job.id()).orElseThrow().progress().equals("half of it is done"));
        seen.countDown();
        awaitState(job, State.FAILED);
        assertThat(jobs.find(job.id()).orElseThrow().progress()).isEqualTo("half of it is done");
    }

    @Test
    void aCallToWakeWhileItRunsIsNotLost() {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        behaviour = () -> {
            if (runs.size() > 1) {
                return new JobResult.Done("ok");
            }
            running.countDown();
            awaited(woken);
            return new JobResult.Waiting("for the parent");
        };
        JobView job = submit();
        awaited(running);
        jobs.wake(TYPE, "example.com");
        woken.countDown();
        awaitState(job, State.DONE);
    }

    @Test
    void triesAgainWhenSomethingIsAway() {
        behaviour = () -> {
            if (runs.size() == 1) {
                throw Problem.unavailable("agent.away", "The agent is away.", 1).asException();
            }
            return new JobResult.Done("ok");
        };
        JobView job = submit();
        await().until(() -> jobs.find(job.id()).orElseThrow().attempts() == 1);
        assertThat(jobs.find(job.id()).orElseThrow().progress()).isEqualTo("The agent is away.");
        awaitState(job, State.DONE);
    }

    @Test
    void endsWithAnyOtherProblem() {
        behaviour = () -> {
            throw Problem.of(ProblemKind.CONFLICT, "dns.unsigned", "The zone is not signed.")
                    .asException();
        };
        JobView job = submit();
        awaitState(job, State.FAILED);
        assertThat(jobs.find(job.id()).orElseThrow().failed()).isEqualTo("dns.unsigned: The zone is not signed.");
    }

    @Test
    void tellsNothingOfAnUnexpectedFailure() {
        behaviour = () -> {
            throw new IllegalStateException("/etc/secret");
        };
        JobView job = submit();
        awaitState(job, State.FAILED);
        assertThat(jobs.find(job.id()).orElseThrow().failed())
                .doesNotContain("secret")
                .contains(job.id());
    }

    @Test
    void thereIsOneOfASubject() {
        behaviour = () -> new JobResult.Waiting("for the parent");
        JobView job = submit();
        awaitState(job, State.WAITING);
        assertThatThrownBy(this::submit)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("job.exists"));
        jobs.cancel(jobs.find(job.id()).orElseThrow());
        awaitState(submit(), State.WAITING);
    }

    @Test
    void survivesARestartAndAHandlerThatComesLate() {
        behaviour = () -> new JobResult.Again(Duration.ofMillis(50), "step");
        JobView job = submit();
        await().until(() -> !runs.isEmpty());
        jobs.close();
        panel.store.write(sql -> sql.update("UPDATE job SET state = 'RUNNING'"));
        behaviour = () -> new JobResult.Done("after the restart");
        jobs = jobs();
        jobs.resume();
        int before = runs.size();
        assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(State.QUEUED);
        jobs.addHandler(handler);
        awaitState(job, State.DONE);
        assertThat(runs).hasSize(before + 1);
    }

    @Test
    void waitsWhileItsHandlerIsAway() {
        behaviour = () -> new JobResult.Again(Duration.ofMillis(20), "step");
        JobView job = submit();
        await().until(() -> !runs.isEmpty());
        jobs.removeHandler(handler);
        await().until(() -> jobs.find(job.id()).orElseThrow().state() == State.QUEUED);
        behaviour = () -> new JobResult.Done("ok");
        jobs.addHandler(handler);
        awaitState(job, State.DONE);
    }

    /** ADVISORIES 6: what was in the queue is checked as if it came from outside. */
    @Test
    void anOrderThatWasTamperedWithIsRefused() {
        for (String tampering : List.of(
                "payload = '{\"zone\":\"bob.example\"}'",
                "subject = 'bob.example'",
                "account = 'id-bob'",
                "seal = 'x'")) {
            assertThat(afterTampering(tampering)).startsWith("job.tampered");
        }
        assertThat(panel.store.<Long>read(
                        sql -> sql.number("SELECT count(*) FROM audit WHERE outcome LIKE '%job.tampered%'")))
                .isEqualTo(4);
    }

    /** ADVISORIES 6, 34. */
    @Test
    void theAccountIsLookedUpForEachRun() {
        behaviour = () -> new JobResult.Waiting("for the parent");
        JobView job = submit();
        awaitState(job, State.WAITING);
        panel.store.write(sql -> sql.update("UPDATE account SET suspended = 1 WHERE name = 'alice'"));
        jobs.wake(TYPE, "example.com");
        awaitState(job, State.FAILED);
        assertThat(runs).hasSize(1);
    }

    @Test
    void keepsNoSecrets() {
        assertThatThrownBy(() -> jobs.submit(ALICE, TYPE, "example.com", new Leaky(new Secret("x"))))
                .isInstanceOf(RuntimeException.class);
    }

    private String afterTampering(String tampering) {
        if (panel.accounts.findById("id-bob").isEmpty()) {
            panel.user("bob");
        }
        behaviour = () -> new JobResult.Waiting("for the parent");
        JobView job = submit();
        awaitState(job, State.WAITING);
        int before = runs.size();
        panel.store.write(sql ->
                sql.update("UPDATE job SET state = 'QUEUED', next_run = 0, " + tampering + " WHERE id = ?", job.id()));
        jobs.addHandler(handler);
        jobs.removeHandler(handler);
        jobs.addHandler(handler);
        awaitState(job, State.FAILED);
        assertThat(runs).hasSize(before);
        return String.valueOf(jobs.find(job.id()).orElseThrow().failed());
    }

    private StoredJobs jobs() {
        return new StoredJobs(
                panel.store, panel.keys, panel.accounts, panel.audit, new Events(panel.accounts), Clock.systemUTC());
    }

    private JobView submit() {
        return jobs.submit(ALICE, TYPE, "example.com", new Roll(new DomainName("example.com")));
    }

    private void awaitState(JobView job, State state) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> jobs.find(job.id()).orElseThrow().state() == state);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
