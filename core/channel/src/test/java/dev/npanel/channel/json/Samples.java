package dev.npanel.channel.json;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Records as contracts have them. */
@NullMarked
final class Samples {
    private Samples() {}

    enum Kind {
        NATIVE,
        NOT_NATIVE
    }

    record Entry(String name, String content, int ttl) {}

    record Zone(DomainName name, List<Entry> records) {
        public boolean isEmpty() {
            return records.isEmpty();
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Everything(
            DomainName name,
            String text,
            int number,
            long big,
            boolean flag,
            double ratio,
            byte[] bytes,
            Kind kind,
            Instant at,
            Duration pause,
            Secret secret,
            Set<Kind> kinds,
            Map<DomainName, List<Integer>> map,
            Optional<String> maybe,
            @Nullable Integer perhaps) {}

    record Tree(String name, List<Tree> children) {}

    sealed interface Figure {}

    record Circle(int radius) implements Figure {}

    record RightTriangle(int a, int b) implements Figure {}

    record Drawing(List<Figure> figures) {}

    record Line(String text) {}

    /** Null names nothing, which is not the same as naming none. */
    record Filter(@Nullable List<String> within, List<String> without) {}

    record Unreadable(Object anything) {}

    record Leads(List<Map<String, Unreadable>> to) {}

    record Fussy(int number) {
        Fussy {
            if (number == 1) {
                throw new IllegalArgumentException("a text that nobody should see");
            }
            if (number == 2) {
                throw new IllegalStateException("a mistake");
            }
        }
    }
}
