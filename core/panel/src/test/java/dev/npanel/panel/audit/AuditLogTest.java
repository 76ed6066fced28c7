package dev.npanel.panel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.audit.AuditTable.Entry;
import dev.npanel.panel.fixture.TestPanel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C8")
class AuditLogTest {
    private static final Actor ALICE = new Actor("alice", "USER", "192.0.2.7", "request1");
    private static final AuditFilter ALL = new AuditFilter(null, null, null);

    @TempDir
    Path directory;

    private TestPanel panel;
    private AuditTrail trail;

    @BeforeEach
    void open() {
        panel = new TestPanel(directory);
        trail = new AuditTrail(panel.store, panel.audit);
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void tellsWhatWasIntendedAndHowItEnded() {
        panel.audit.around(ALICE, "domain.create", "domain:example.com", () -> "done");
        assertThat(lines()).containsExactly("OUTCOME ok domain:example.com", "INTENT  domain:example.com");
        assertThat(newest(0).line().intent()).isEqualTo(newest(1).seq());
    }

    @Test
    void tellsWhyItWasRefused() {
        ProblemException refused =
                Problem.of(ProblemKind.CONFLICT, "domain.exists", "secret text").asException();
        assertThatThrownBy(() -> panel.audit.around(ALICE, "domain.create", "domain:example.com", () -> {
                    throw refused;
                }))
                .isSameAs(refused);
        assertThat(lines().get(0)).isEqualTo("OUTCOME CONFLICT domain.exists domain:example.com");
    }

    @Test
    void isOneChain() {
        for (int i = 0; i < 2_500; i++) {
            panel.audit.note(ALICE, "dns.zone.read", "domain:example.com", "ok");
        }
        AuditTrail.Verdict verdict = trail.verify();
        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.lines()).isEqualTo(2_500);
        assertThat(verdict.head()).isEqualTo(newest(0).hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET account = 'bob' WHERE seq = 3",
                "UPDATE audit SET outcome = '' WHERE seq = 3",
                "UPDATE audit SET at = at + 1 WHERE seq = 3",
                "UPDATE audit SET intent = 1 WHERE seq = 3",
                "UPDATE audit SET change = '' WHERE seq = 3",
                "DELETE FROM audit WHERE seq = 3",
            })
    void showsWhatWasTamperedWith(String tampering) throws Exception {
        for (int i = 0; i < 5; i++) {
            panel.audit.event(ALICE, "auth.login", "account:alice", "ok");
        }
        try (Connection thief = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("npanel.db"));
                Statement statement = thief.createStatement()) {
            statement.execute("DROP TRIGGER audit_no_update");
            statement.execute("DROP TRIGGER audit_no_delete");
            assertThat(statement.executeUpdate(tampering)).isEqualTo(1);
        }
        assertThat(trail.verify().valid()).isFalse();
        assertThat(trail.verify().broken()).isEqualTo(3);
    }

    @Test
    void isAppendOnly() {
        panel.audit.event(ALICE, "auth.login", "account:alice", "ok");
        assertThatThrownBy(() -> panel.store.write(sql -> sql.update("UPDATE audit SET account = 'bob'")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> panel.store.write(sql -> sql.update("DELETE FROM audit")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void saysThatTheEndIsNotKnownOfWhatACrashCutOff() {
        panel.audit.intent(ALICE, "dns.zone.create", "domain:example.com");
        panel.close();
        panel = new TestPanel(directory);
        trail = new AuditTrail(panel.store, panel.audit);
        panel.audit.event(ALICE, "auth.login", "account:alice", "ok");
        assertThat(lines())
                .containsExactly(
                        "EVENT ok account:alice",
                        "OUTCOME UNKNOWN panel.interrupted domain:example.com",
                        "INTENT  domain:example.com");
        assertThat(trail.verify().valid()).isTrue();
    }

    @Test
    void takesAHundredAtOnceInOneChain() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(100);
        try {
            List<Future<String>> all = IntStream.range(0, 1_000)
                    .mapToObj(i -> pool.submit(() ->
                            panel.audit.around(ALICE, "dns.record.create", "domain:d" + i + ".example", () -> "x")))
                    .toList();
            for (Future<String> each : all) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(trail.verify())
                .extracting(AuditTrail.Verdict::valid, AuditTrail.Verdict::lines)
                .containsExactly(true, 2_000L);
    }

    @Test
    void isReadByPagesAndFilters() {
        for (int i = 0; i < 5; i++) {
            panel.audit.event(ALICE, "auth.login", "account:alice", "ok");
            panel.audit.event(Actor.stranger("192.0.2.8", "r"), "auth.login", "account:bob", "UNAUTHENTICATED x");
        }
        assertThat(trail.page(ALL, Long.MAX_VALUE, 4).next()).isEqualTo("7");
        assertThat(trail.page(ALL, 7, 10).items()).extracting(Entry::seq).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(trail.page(new AuditFilter("alice", "auth.login", null), Long.MAX_VALUE, 10)
                        .items())
                .hasSize(5);
        assertThat(trail.page(new AuditFilter(null, null, "account:bob"), Long.MAX_VALUE, 10)
                        .items())
                .hasSize(5);
    }

    private List<String> lines() {
        return trail.page(ALL, Long.MAX_VALUE, 100).items().stream()
                .map(Entry::line)
                .map(line -> line.phase() + " " + line.outcome() + " " + line.target())
                .toList();
    }

    private Entry newest(int index) {
        return trail.page(ALL, Long.MAX_VALUE, 100).items().get(index);
    }
}
