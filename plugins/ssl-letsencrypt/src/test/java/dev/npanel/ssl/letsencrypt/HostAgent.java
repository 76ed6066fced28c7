package dev.npanel.ssl.letsencrypt;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.engine.Changed;
import dev.npanel.agent.engine.Deadline;
import dev.npanel.agent.engine.Order;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.DeleteRecord;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordPage;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.agent.certificate.InstallChainAction;
import dev.npanel.ssl.agent.certificate.NewRequestAction;
import dev.npanel.ssl.agent.certificate.ReadCertificateAction;
import dev.npanel.ssl.agent.certificate.Uses;
import dev.npanel.ssl.agent.challenge.DeleteChallengeAction;
import dev.npanel.ssl.agent.challenge.PutChallengeAction;
import dev.npanel.ssl.use.CertificateFiles;
import dev.npanel.testkit.engine.EngineHarness;
import dev.npanel.testkit.engine.FakeUnits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The agent's actions of this kind with the real engine, and a name server that has the zone example.com in memory. */
final class HostAgent implements Agent, AutoCloseable {
    static final DomainName ZONE = new DomainName("example.com");

    final EngineHarness host;
    final List<StoredRecord> records = new ArrayList<>();
    private final Map<String, Action<?, ?>> actions;
    final Uses uses = new Uses();

    /** What happens when a unit is reloaded. */
    Runnable reload = () -> {};

    private Optional<Pebble> names = Optional.empty();

    HostAgent(Path root) throws IOException {
        host = new EngineHarness(
                root,
                new FakeUnits() {
                    @Override
                    public void change(UnitChange change) {
                        super.change(change);
                        reload.run();
                    }
                },
                Checkpoints.NONE);
        Files.createDirectories(host.real(CertificateFiles.CERTIFICATES));
        Files.createDirectories(host.real(CertificateFiles.CHALLENGES));
        actions = Stream.of(
                        new NewRequestAction(),
                        new InstallChainAction(uses),
                        new ReadCertificateAction(),
                        new PutChallengeAction(),
                        new DeleteChallengeAction())
                .collect(Collectors.toMap(action -> action.type().name(), Function.identity()));
    }

    /** From now on records are seen by the authority. */
    void publishBy(Pebble pebble) {
        names = Optional.of(pebble);
    }

    @Override
    public <I extends Record & Scoped, O extends Record> Outcome<O> call(
            CallContext context, ActionType<I, O> type, I request) {
        if (type.name().startsWith("dns.")) {
            return new Outcome.Done<>(type.output().cast(dns(type, request)), null);
        }
        @SuppressWarnings("unchecked")
        Action<I, O> action = new Mine<>((Action<I, O>) actions.get(type.name()), host);
        Order<I, O> order = new Order<>(
                action, request, "test", step -> true, context.caller(), Deadline.after(Duration.ofMinutes(1)));
        if (type.effect() == ActionType.Effect.READ) {
            return new Outcome.Done<>(host.assembly().engine().read(order), null);
        }
        Changed<O> changed = host.assembly().engine().change(order);
        return new Outcome.Done<>(changed.answer(), changed.change());
    }

    @Override
    public void close() {
        host.close();
    }

    /** All that the engine has written about what it did, but not the copies of files that it keeps. */
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

    /** An action whose files are those of whoever runs the test, and not root's. */
    private record Mine<I extends Record & Scoped, O extends Record>(Action<I, O> action, EngineHarness host)
            implements Action<I, O> {
        @Override
        public ActionType<I, O> type() {
            return action.type();
        }

        @Override
        public Set<Lock> locks(I request) {
            return action.locks(request);
        }

        @Override
        public Plan<O> plan(I request, HostView view) {
            Plan<O> plan = action.plan(request, view);
            return new Plan<>(plan.steps().stream().map(this::mine).toList(), plan.answer(), plan.exclusive());
        }

        private Step mine(Step step) {
            try {
                if (step instanceof PutFile file) {
                    return new PutFile(
                            file.path(),
                            file.content(),
                            host.mine(file.ownership().mode()));
                } else if (step instanceof PutDirectory directory) {
                    return new PutDirectory(
                            directory.path(), host.mine(directory.ownership().mode()));
                }
                return step;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private Record dns(ActionType<?, ?> type, Record request) {
        if (request instanceof ReadZone read && !read.zone().equals(ZONE)) {
            throw Problem.of(ProblemKind.NOT_FOUND, "dns.zone.unknown", "No zone.")
                    .asException();
        } else if (request instanceof ReadZone) {
            return new ZoneInfo(ZONE, ZONE.text(), ZoneType.NATIVE, 1, false);
        } else if (request instanceof CreateRecord create) {
            ResourceRecord record = create.record();
            StoredRecord stored = new StoredRecord(
                    RecordId.of(
                            record.name(),
                            record.type(),
                            "%08x".formatted(record.content().hashCode())),
                    record.name(),
                    record.type(),
                    record.ttl(),
                    record.content());
            records.add(stored);
            names.ifPresent(
                    pebble -> pebble.publish(ZONE.text(), record.content().replace("\"", "")));
            return stored;
        } else if (request instanceof DeleteRecord delete) {
            StoredRecord gone = records.stream()
                    .filter(each -> each.id().equals(delete.id()))
                    .findFirst()
                    .orElseThrow();
            records.remove(gone);
            return gone;
        } else if (type.equals(Dns.RECORD_LIST)) {
            return new RecordPage(records, null, records.size());
        }
        throw new IllegalStateException(type.name());
    }
}
