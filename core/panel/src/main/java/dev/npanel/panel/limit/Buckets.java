package dev.npanel.panel.limit;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket for each of many keys; of the keys that were not used for the longest time none is kept, so that strangers
 * cannot fill the memory. Thread-safe.
 */
final class Buckets {
    private final String code;
    private final String message;
    private final int most;
    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Empty of keys.
     *
     * @param code of the {@code LIMIT} problem
     * @param most keys that are kept
     * @param burst tokens, which come back in {@code period}
     */
    Buckets(String code, String message, int most, int burst, Duration period, TimeMeter time) {
        this.code = code;
        this.message = message;
        this.most = most;
        this.time = time;
        this.bandwidth =
                Bandwidth.builder().capacity(burst).refillGreedy(burst, period).build();
    }

    /** Takes a token, or throws {@code LIMIT} with the seconds until there is one again. */
    void take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw new Problem(ProblemKind.LIMIT, code, message, List.of(), (int) seconds, null).asException();
        }
    }

    /** Gives a token back that was taken in vain. */
    void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(String key) {
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(
                    key,
                    unused -> Bucket.builder()
                            .addLimit(bandwidth)
                            .withCustomTimePrecision(time)
                            .build());
            if (buckets.size() > most) {
                buckets.remove(buckets.keySet().iterator().next());
            }
            return bucket;
        }
    }
}
