package dev.npanel.panel.work;

import dev.npanel.channel.json.Json;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handlers that are there now, by the type of their jobs. Thread-safe. */
final class Handlers {
    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    private final Map<String, Slot<?>> slots = new ConcurrentHashMap<>();

    /** A handler, and how its payloads are kept. */
    record Slot<P extends Record>(JobHandler<P> handler) {
        private static final Json JSON = Json.rest();

        /** The payload as it is kept; refuses a record of another class, and secrets. */
        String write(Record payload) {
            return new String(JSON.write(handler.payload().cast(payload)), StandardCharsets.UTF_8);
        }

        /** A run with the payload rebuilt by its class; {@code INVALID} when that refuses it. */
        JobResult run(String payload, JobRun run) {
            P rebuilt = JSON.read(payload.getBytes(StandardCharsets.UTF_8), handler.payload());
            return handler.run(rebuilt, run);
        }
    }

    /** Whether it is there now: of two handlers of one type the second is refused. */
    boolean add(JobHandler<?> handler) {
        boolean first = slots.putIfAbsent(handler.type(), new Slot<>(handler)) == null;
        if (!first) {
            LOG.error("a second handler of {} is refused: {}", handler.type(), handler.getClass());
        }
        return first;
    }

    void remove(JobHandler<?> handler) {
        slots.computeIfPresent(handler.type(), (type, slot) -> slot.handler() == handler ? null : slot);
    }

    Optional<Slot<?>> of(String type) {
        return Optional.ofNullable(slots.get(type));
    }

    Iterable<String> types() {
        return slots.keySet();
    }
}
