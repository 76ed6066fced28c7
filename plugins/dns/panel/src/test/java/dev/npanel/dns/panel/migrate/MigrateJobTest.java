package dev.npanel.dns.panel.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.carry.Place;
import dev.npanel.dns.panel.MemoryDocuments;
import dev.npanel.dns.panel.RestTest;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is cut off, one name server answers, and all zones are with it. */
@Tag("C6")
class MigrateJobTest extends RestTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Swap SWAP =
            new Swap(new PluginName("npanel.dns.powerdns"), new PluginName("npanel.dns.bind"), NOW.plusSeconds(60));
    private static final Map<DomainName, String> ZONES =
            Map.of(new DomainName("a.example"), "1", new DomainName("b.example"), "2");

    @Test
    void theOtherServerHasAllInTheEnd() {
        MemoryServers host = host();
        runToTheEnd(host, NOW);
        assertMoved(host);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anyCallMayBeCutOffBeforeOrAfterWhatItDoes(boolean after) {
        atEveryCall((call, host) -> {
            host.awayAt = call;
            host.afterTheDeed = after;
            runToTheEnd(host, NOW);
            assertMoved(host);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsGivenUpIsTakenBackOrIsDone(boolean after) {
        atEveryCall((call, host) -> {
            host.awayAt = call;
            host.afterTheDeed = after;
            Problem end = runToTheEnd(host, NOW.plusSeconds(120));
            if (end != null) {
                assertThat(host.places).containsEntry("powerdns", Place.SERVING).containsEntry("bind", Place.RESTING);
                assertThat(host.choices).containsEntry("powerdns", PluginChoice.ENABLED);
                assertThat(host.of("powerdns")).isEqualTo(ZONES);
                assertThat(host.of("bind")).isEmpty();
            } else {
                assertMoved(host);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsChangedMeanwhileGoesAlong(Consumer<Map<DomainName, String>> change) {
        atEveryCall((call, host) -> {
            host.changedAt = call;
            host.change = change;
            assertThat(runToTheEnd(host, NOW)).as("changed at call " + call).isNull();
            assertThat(host.of("bind")).isEqualTo(Objects.requireNonNullElse(host.changed, ZONES));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.example", "c.example"})
    void aZoneThatIsTurnedTwiceMeanwhileIsInTheEndAsItWas(String zone) {
        DomainName turned = new DomainName(zone);
        int[] version = {0};
        atEveryCall((call, first) -> {
            for (int second = call; second < call + 12; second++) {
                MemoryServers host = host();
                host.changedAt = call;
                host.changedAgainAt = second;
                host.change = zones -> {
                    if (zones.remove(turned) == null) {
                        zones.put(turned, "made " + ++version[0]);
                    }
                };
                assertThat(runToTheEnd(host, NOW)).isNull();
                assertThat(host.of("bind"))
                        .as("turned at calls " + call + " and " + second)
                        .isEqualTo(Objects.requireNonNullElse(host.changed, ZONES));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aZoneThatGoesJustThenIsNoFailure(boolean after) {
        atEveryCall((call, host) -> {
            host.awayAt = call;
            host.afterTheDeed = after;
            host.away = Problem.of(ProblemKind.NOT_FOUND, "dns.zone.unknown", "There is no such zone.")
                    .asException();
            assertThat(runToTheEnd(host, NOW)).as("call " + call).isNull();
            assertMoved(host);
        });
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nothingIsLeftOfWhatIsTakenBackAlthoughZonesHaveChanged(Consumer<Map<DomainName, String>> change) {
        atEveryCall((call, host) -> {
            host.changedAt = call;
            host.change = change;
            host.awayAt = call + 1;
            if (runToTheEnd(host, NOW.plusSeconds(120)) != null) {
                assertThat(host.of("bind")).as("changed at call " + call).isEmpty();
                assertThat(host.of("powerdns")).isEqualTo(Objects.requireNonNullElse(host.changed, ZONES));
            }
        });
    }

    private static Stream<Consumer<Map<DomainName, String>>> changes() {
        DomainName there = new DomainName("a.example");
        DomainName other = new DomainName("b.example");
        DomainName fresh = new DomainName("c.example");
        return Stream.of(
                zones -> zones.put(there, "changed"),
                zones -> zones.put(fresh, "made"),
                zones -> zones.remove(there),
                zones -> {
                    zones.remove(there);
                    zones.put(other, "changed");
                    zones.put(fresh, "made");
                });
    }

    @Test
    void aServerThatHasZonesKeepsThemAndGetsNone() {
        MemoryServers host = host();
        Map<DomainName, String> own = Map.of(new DomainName("a.example"), "theirs", new DomainName("x.example"), "3");
        host.of("bind").putAll(own);
        Problem end = runToTheEnd(host, NOW);
        assertThat(Objects.requireNonNull(end).code()).isEqualTo("dns.migrate.others");
        assertThat(host.of("bind")).isEqualTo(own);
        assertThat(host.places).containsEntry("powerdns", Place.SERVING).containsEntry("bind", Place.RESTING);
        assertThat(host.choices).containsEntry("powerdns", PluginChoice.ENABLED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itKeepsThemWhateverIsCutOff(boolean after) {
        Map<DomainName, String> own = Map.of(new DomainName("a.example"), "theirs", new DomainName("x.example"), "3");
        for (int call = 1; call <= 20; call++) {
            MemoryServers host = host();
            host.of("bind").putAll(own);
            host.awayAt = call;
            host.afterTheDeed = after;
            assertThat(runToTheEnd(host, NOW)).isNotNull();
            assertThat(host.of("bind")).as("call " + call).isEqualTo(own);
            assertThat(host.of("powerdns")).isEqualTo(ZONES);
            assertThat(host.places).containsEntry("powerdns", Place.SERVING).containsEntry("bind", Place.RESTING);
        }
    }

    /** Tries with a new host for each call that a migration makes. */
    private static void atEveryCall(BiConsumer<Integer, MemoryServers> trial) {
        MemoryServers whole = host();
        runToTheEnd(whole, NOW);
        for (int call = 1; call <= whole.calls; call++) {
            trial.accept(call, host());
        }
    }

    private static MemoryServers host() {
        MemoryServers host = new MemoryServers();
        host.of("powerdns").putAll(ZONES);
        return host;
    }

    /** As the job queue does it: what is away is tried again. Returns what the job has failed with, or null. */
    private static @Nullable Problem runToTheEnd(MemoryServers host, Instant now) {
        MigrateJob job = new MigrateJob(host, new MemoryDocuments(), Clock.fixed(now, ZoneOffset.UTC));
        for (int run = 0; run < 100; run++) {
            try {
                if (job.run(SWAP, new JobRun(ADMIN, told -> {})) instanceof JobResult.Done) {
                    return null;
                }
            } catch (ProblemException failed) {
                if (failed.problem().kind() != ProblemKind.UNAVAILABLE) {
                    return failed.problem();
                }
            }
        }
        throw new AssertionError("it does not end");
    }

    private static void assertMoved(MemoryServers host) {
        assertThat(host.places).containsEntry("bind", Place.SERVING).containsEntry("powerdns", Place.RESTING);
        assertThat(host.choices)
                .containsEntry("bind", PluginChoice.ENABLED)
                .containsEntry("powerdns", PluginChoice.DISABLED);
        assertThat(host.of("bind")).isEqualTo(ZONES);
        assertThat(host.of("powerdns")).isEmpty();
    }
}
