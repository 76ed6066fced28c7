package dev.npanel.panel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.action.Caller;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.domain.DomainService;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.registry.DomainJob.Order;
import dev.npanel.panel.rest.CallContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final List<String> done = new ArrayList<>();
    private final DomainServices services = new DomainServices();
    private final Kind zone = new Kind("zone", 10);
    private final Kind site = new Kind("site", 20);
    private TestPanel panel;
    private DomainRegistry registry;
    private DomainJob job;

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        panel.user("alice");
        panel.user("bob");
        registry = new DomainRegistry(panel.store, Clock.systemUTC(), directory.resolve("none"));
        registry.add(DOMAIN, new AccountName("alice"), true, false);
        job = new DomainJob(services, registry, new Gate(registry));
        services.addService(site);
        services.addService(zone);
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void oneStepInEachRunInTheirOrderAndNoneTwice() {
        Order order = new Order(DOMAIN, services.withNeeds(List.of("site", "zone")), false);
        assertThat(run(order, "alice")).isEqualTo(new JobResult.Again(Duration.ZERO, "1 of 2, zone: made"));
        assertThat(run(order, "alice")).isEqualTo(new JobResult.Again(Duration.ZERO, "2 of 2, site: made"));
        assertThat(run(order, "alice")).isEqualTo(new JobResult.Done("example.com has: zone, site."));
        assertThat(done).containsExactly("+zone", "+site");
    }

    @Test
    void allIsTakenAwayInReverseBeforeTheDomain() {
        zone.there = true;
        site.there = true;
        Order order = new Order(DOMAIN, services.names(), true);
        run(order, "alice");
        run(order, "alice");
        assertThat(registry.find(DOMAIN)).isPresent();
        assertThat(run(order, "alice")).isInstanceOf(JobResult.Done.class);
        assertThat(done).containsExactly("-site", "-zone");
        assertThat(registry.find(DOMAIN)).isEmpty();
    }

    @Test
    void aPluginThatIsAwayIsWaitedFor() {
        zone.there = true;
        Order order = new Order(DOMAIN, services.names(), true);
        services.removeService(zone);
        assertThat(refused(order, "alice")).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(registry.find(DOMAIN)).isPresent();
    }

    @Test
    void whoHasLostTheDomainMeanwhileRemovesNothing() {
        Order order = new Order(DOMAIN, services.names(), true);
        registry.remove(DOMAIN);
        registry.add(DOMAIN, new AccountName("bob"), true, false);
        assertThat(refused(order, "alice")).isEqualTo(ProblemKind.FORBIDDEN);
        assertThat(registry.ownerOf(DOMAIN)).contains(new AccountName("bob"));
    }

    @Test
    void whatSaysThatItIsDoneAndStaysEndsTheJob() {
        zone.there = true;
        zone.stays = true;
        assertThat(refused(new Order(DOMAIN, services.names(), true), "alice")).isEqualTo(ProblemKind.CONFLICT);
        assertThat(registry.find(DOMAIN)).isPresent();
    }

    private JobResult run(Order order, String account) {
        Caller caller = new Caller(new AccountName(account), Caller.Role.USER, "192.0.2.9", "request");
        return job.run(order, new CallContext(caller, false));
    }

    private ProblemKind refused(Order order, String account) {
        return catchThrowableOfType(ProblemException.class, () -> run(order, account))
                .problem()
                .kind();
    }

    private final class Kind implements DomainService {
        private final String name;
        private final int order;
        private boolean there;
        private boolean stays;

        Kind(String name, int order) {
            this.name = name;
            this.order = order;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public boolean isThere(DomainName domain, CallContext context) {
            return there;
        }

        @Override
        public Optional<String> of(DomainName domain, CallContext context) {
            return there ? Optional.of("the " + name) : Optional.empty();
        }

        @Override
        public JobResult setUp(DomainName domain, CallContext context) {
            done.add("+" + name);
            there = true;
            return new JobResult.Done("made");
        }

        @Override
        public JobResult takeDown(DomainName domain, CallContext context) {
            done.add("-" + name);
            there = stays;
            return new JobResult.Done("gone");
        }
    }
}
