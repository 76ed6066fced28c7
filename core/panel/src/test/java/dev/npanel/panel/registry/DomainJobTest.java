package dev.npanel.panel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.action.Caller;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.documents.StoredDocuments;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.registry.DomainJob.Order;
import dev.npanel.panel.registry.DomainJob.Task;
import dev.npanel.panel.rest.CallContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("C5")
class DomainJobTest {
    private static final DomainName DOMAIN = new DomainName("example.com");

    @TempDir
    Path directory;

    private final DomainServices services = new DomainServices();
    private final ThingsOfADomain things = new ThingsOfADomain();
    private TestPanel panel;
    private DomainRegistry registry;
    private RemovedDomains removed;
    private DomainJob job;

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        panel.user("alice");
        panel.user("bob");
        registry = new DomainRegistry(panel.store, Clock.systemUTC(), directory.resolve("none"));
        registry.add(DOMAIN, new AccountName("alice"), true, false);
        removed = new RemovedDomains(new StoredDocuments(panel.store), registry, panel.accounts);
        Gate gate = new Gate(registry);
        job = new DomainJob(services, registry, removed, new Restoration(removed, services, things, gate), gate);
        services.addService(things.site);
        services.addService(things.zone);
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void oneStepInEachRunInTheirOrderAndNoneTwice() {
        Order order = new Order(DOMAIN, services.withNeeds(List.of("site", "zone")), Task.SET_UP);
        assertThat(run(order, "alice")).isEqualTo(new JobResult.Again(Duration.ZERO, "1 of 2, zone: made"));
        assertThat(run(order, "alice")).isEqualTo(new JobResult.Again(Duration.ZERO, "2 of 2, site: made"));
        assertThat(run(order, "alice")).isEqualTo(new JobResult.Done("example.com has: zone, site."));
        assertThat(things.done).containsExactly("+zone", "+site");
    }

    @Test
    void allIsTakenAwayInReverseBeforeTheDomain() {
        things.zone.there = true;
        things.site.there = true;
        Order order = new Order(DOMAIN, services.names(), Task.REMOVE);
        run(order, "alice");
        run(order, "alice");
        assertThat(registry.find(DOMAIN)).isPresent();
        assertThat(run(order, "alice")).isInstanceOf(JobResult.Done.class);
        assertThat(things.done).containsExactly("-site", "-zone");
        assertThat(registry.find(DOMAIN)).isEmpty();
    }

    @Test
    void whatWasRemovedComesBackTheLastFirstAndOnce() {
        things.zone.there = true;
        things.site.there = true;
        end(Task.REMOVE);
        Instant gone = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        assertThat(removed.list(new AccountName("alice")))
                .singleElement()
                .satisfies(each -> assertThat(each.things()).containsExactly("the site", "the zone"));
        assertThat(removed.list(new AccountName("bob"))).isEmpty();
        things.history.add(ThingsOfADomain.change("5", "elsewhere", null));

        Order order = new Order(DOMAIN, services.names(), Task.RESTORE);
        assertThat(run(order, "alice")).isEqualTo(new JobResult.Again(Duration.ZERO, "1 of 2: zone.delete of server"));
        // as if the panel had been killed before it noted that
        run(order, "alice");
        assertThat(run(order, "alice")).isEqualTo(new JobResult.Done("example.com is back, with all that it had."));
        assertThat(things.done).containsExactly("-site", "-zone", "+zone", "+site", "=zone", "=site");
        assertThat(registry.ownerOf(DOMAIN)).contains(new AccountName("alice"));
        assertThat(registry.ownedSince(DOMAIN).orElseThrow())
                .as("what others may have done meanwhile is not shown")
                .isAfterOrEqualTo(gone);
        assertThat(removed.find(DOMAIN)).isEmpty();
        assertThat(run(order, "alice")).isInstanceOf(JobResult.Done.class);
    }

    @Test
    void aDomainThatIsSomebodyElsesByNowDoesNotComeBack() {
        things.zone.there = true;
        end(Task.REMOVE);
        registry.add(DOMAIN, new AccountName("bob"), true, false);
        Order order = new Order(DOMAIN, services.names(), Task.RESTORE);
        assertThat(refused(order, "alice")).isEqualTo(ProblemKind.FORBIDDEN);
        assertThat(refused(order, "bob")).isEqualTo(ProblemKind.FORBIDDEN);
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> job.run(order, asked("root1", Caller.Role.ADMINISTRATOR, "request")))
                        .problem()
                        .kind())
                .isEqualTo(ProblemKind.FORBIDDEN);
        assertThat(registry.ownerOf(DOMAIN)).contains(new AccountName("bob"));
        assertThat(things.done).containsExactly("-zone");
    }

    @Test
    void aRemovalThatHasFailedOnTheWayAndTheNextBelongTogether() {
        things.zone.there = true;
        things.site.there = true;
        things.zone.stays = true;
        Order first = new Order(DOMAIN, services.names(), Task.REMOVE);
        job.run(first, asked("alice", Caller.Role.USER, "first"));
        assertThat(catchThrowable(() -> job.run(first, asked("alice", Caller.Role.USER, "first"))))
                .isInstanceOf(ProblemException.class);
        things.zone.stays = false;
        things.history.remove(0);
        end(Task.REMOVE);
        assertThat(removed.find(DOMAIN).orElseThrow().things()).containsExactly("the site", "the zone");
        end(Task.RESTORE);
        assertThat(things.done).endsWith("+zone", "+site", "=zone", "=site");
    }

    @Test
    void anotherAccountOfTheSameNameGetsNothingBack() {
        things.zone.there = true;
        end(Task.REMOVE);
        panel.store.write(sql -> sql.update("UPDATE account SET id = 'another' WHERE name = 'alice'"));
        assertThat(removed.find(DOMAIN)).isEmpty();
        assertThat(removed.list(null)).isEmpty();
    }

    @Test
    void whatTheHistoryHasForgottenIsSaidToBeMissing() {
        things.zone.there = true;
        end(Task.REMOVE);
        things.history.clear();
        Order order = new Order(DOMAIN, services.names(), Task.RESTORE);
        assertThat(refused(order, "alice")).isEqualTo(ProblemKind.CONFLICT);
        assertThat(registry.find(DOMAIN)).isPresent();
        assertThat(removed.find(DOMAIN)).isPresent();
    }

    @Test
    void aPluginThatIsAwayIsWaitedFor() {
        things.zone.there = true;
        Order order = new Order(DOMAIN, services.names(), Task.REMOVE);
        services.removeService(things.zone);
        assertThat(refused(order, "alice")).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(registry.find(DOMAIN)).isPresent();
    }

    @Test
    void whoHasLostTheDomainMeanwhileRemovesNothing() {
        Order order = new Order(DOMAIN, services.names(), Task.REMOVE);
        registry.remove(DOMAIN);
        registry.add(DOMAIN, new AccountName("bob"), true, false);
        assertThat(refused(order, "alice")).isEqualTo(ProblemKind.FORBIDDEN);
        assertThat(registry.ownerOf(DOMAIN)).contains(new AccountName("bob"));
    }

    @Test
    void whatSaysThatItIsDoneAndStaysEndsTheJob() {
        things.zone.there = true;
        things.zone.stays = true;
        assertThat(refused(new Order(DOMAIN, services.names(), Task.REMOVE), "alice"))
                .isEqualTo(ProblemKind.CONFLICT);
        assertThat(registry.find(DOMAIN)).isPresent();
    }

    private void end(Task task) {
        Order order = new Order(DOMAIN, services.names(), task);
        while (!(run(order, "alice") instanceof JobResult.Done)) {
            assertThat(things.done).hasSizeLessThan(10);
        }
    }

    private JobResult run(Order order, String account) {
        return job.run(order, asked(account, Caller.Role.USER, "request"));
    }

    private static JobRun asked(String account, Caller.Role role, String request) {
        Caller caller = new Caller(new AccountName(account), role, "192.0.2.9", request);
        return new JobRun(new CallContext(caller, false), told -> {});
    }

    private ProblemKind refused(Order order, String account) {
        return catchThrowableOfType(ProblemException.class, () -> run(order, account))
                .problem()
                .kind();
    }
}
