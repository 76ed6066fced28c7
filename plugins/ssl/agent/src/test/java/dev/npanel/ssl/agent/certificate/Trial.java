package dev.npanel.ssl.agent.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.engine.Changed;
import dev.npanel.agent.engine.Deadline;
import dev.npanel.agent.engine.Order;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Declaration;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.UnitChange;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.use.CertificateFiles;
import dev.npanel.ssl.use.CertificateUse;
import dev.npanel.testkit.engine.EngineHarness;
import dev.npanel.testkit.engine.FakeUnits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The actions with the real engine, on files, within what the bundle declares; the web server is one that only reloads. */
abstract class Trial {
    static final CertificateId ID = new CertificateId("example.com");
    static final List<CertificateName> NAMES = Stream.of("example.com", "www.example.com")
            .map(CertificateName::new)
            .toList();

    private static final Caller CALLER = new Caller(new AccountName("alice"), Caller.Role.USER, "192.0.2.1", "test");
    private static final Declaration DECLARATION = new Declaration(
            "npanel.ssl.agent",
            Set.of("ssl.*"),
            Set.of("/var/lib/npanel/ssl/", "/var/lib/npanel/acme-challenge/"),
            Set.of("nginx.service"),
            Set.of(),
            Set.of());

    boolean broken;
    final FakeUnits units = new FakeUnits() {
        @Override
        public void change(UnitChange change) {
            if (broken) {
                throw Problem.of(ProblemKind.FAILED, "unit.failed", "The unit does not take it.")
                        .asException();
            }
            super.change(change);
        }
    };
    final Uses uses = new Uses();
    final CertificateUse web = new CertificateUse() {
        @Override
        public String unit() {
            return "nginx.service";
        }

        @Override
        public boolean uses(CertificateId id) {
            return id.equals(ID);
        }
    };

    @TempDir
    Path root;

    EngineHarness host;
    Shelf shelf;
    Clock clock = Clock.systemUTC();

    @BeforeEach
    void open() throws IOException {
        host = new EngineHarness(root, units, Checkpoints.NONE);
        Files.createDirectories(host.real(CertificateFiles.CERTIFICATES));
        Files.createDirectories(host.real(CertificateFiles.CHALLENGES));
        shelf = new Shelf(host.mine(0700), host.mine(0600));
    }

    @AfterEach
    void close() {
        host.close();
    }

    Ownership readable() throws IOException {
        return host.mine(0644);
    }

    <I extends Record & Scoped, O extends Record> Changed<O> change(Action<I, O> action, I request) {
        return host.assembly().engine().change(order(action, request));
    }

    <I extends Record & Scoped, O extends Record> O read(Action<I, O> action, I request) {
        return host.assembly().engine().read(order(action, request));
    }

    <I extends Record & Scoped, O extends Record> String preview(Action<I, O> action, I request) {
        return host.assembly().engine().preview(order(action, request)).toString();
    }

    String file(AbsolutePath path) throws IOException {
        return Files.readString(host.real(path));
    }

    Problem refused(ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        assertThat(refused).as("a problem").isNotNull();
        return refused.problem();
    }

    /** All that the engine has written about what it did: journal and history, but not the copies of files that it keeps. */
    String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(host.real(EngineHarness.STATE))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().contains("/vault"))
                    .toList()) {
                all.append(file).append('\n').append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static <I extends Record & Scoped, O extends Record> Order<I, O> order(Action<I, O> action, I request) {
        return new Order<>(
                action,
                request,
                "npanel.ssl.agent",
                DECLARATION::permits,
                CALLER,
                Deadline.after(Duration.ofMinutes(1)));
    }
}
