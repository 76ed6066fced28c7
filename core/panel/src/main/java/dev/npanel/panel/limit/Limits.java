package dev.npanel.panel.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The panel's limits, each ending in {@code LIMIT} (429) with the time to wait. What is counted is forgotten at a restart. An
 * OSGi service of the core; thread-safe.
 */
@Component(service = Limits.class)
public final class Limits {
    private static final String PER_SECOND = "npanel.requests-per-second";
    private static final int DEFAULT_PER_SECOND = 1000;
    private static final int KEYS = 4_096;
    private static final String FAILED_TRIES = "npanel.failed-logins";
    private static final int DEFAULT_FAILED_TRIES = 10;

    private static final int MOST = 1_000_000;

    /** A network may have several people behind it, or one that tries several names. */
    private static final int ADDRESS_FACTOR = 3;

    private static final Duration TRIES_IN = Duration.ofMinutes(5);
    private static final int ANONYMOUS_PER_SECOND = 50;
    private static final String TOO_OFTEN = "Too many requests.";
    private static final String TOO_MANY_TRIES = "Too many failed tries.";

    private final Buckets requests;
    private final Buckets strangers;
    private final Buckets triesAtAccount;
    private final Buckets triesFromAddress;

    @Activate
    public Limits(BundleContext context) {
        this(
                WholeNumber.of(context, PER_SECOND, DEFAULT_PER_SECOND, 1, MOST),
                WholeNumber.of(context, FAILED_TRIES, DEFAULT_FAILED_TRIES, 1, MOST),
                TimeMeter.SYSTEM_NANOTIME);
    }

    public Limits(int perSecond, int failedTries, TimeMeter time) {
        Duration second = Duration.ofSeconds(1);
        requests = new Buckets("limit.requests", TOO_OFTEN, KEYS, perSecond, second, time);
        strangers = new Buckets("limit.requests", TOO_OFTEN, KEYS, ANONYMOUS_PER_SECOND, second, time);
        triesAtAccount = new Buckets("limit.tries", TOO_MANY_TRIES, KEYS, failedTries, TRIES_IN, time);
        triesFromAddress =
                new Buckets("limit.tries", TOO_MANY_TRIES, KEYS, failedTries * ADDRESS_FACTOR, TRIES_IN, time);
    }

    /** A request of an account. */
    public void request(String accountId) {
        requests.take(accountId);
    }

    /** A request of somebody who has not shown who they are. */
    public void stranger(String peer) {
        strangers.take(Address.network(peer));
    }

    /**
     * A try at a secret: {@code npanel.failed-logins} in five minutes for one account from one network, three times as many
     * from one network. An attacker elsewhere does not lock the owner of the account out.
     */
    public Try tryAt(String subject, String peer) {
        String network = Address.network(peer);
        String both = subject + "@" + network;
        triesFromAddress.take(network);
        triesAtAccount.take(both);
        return () -> {
            triesFromAddress.giveBack(network);
            triesAtAccount.giveBack(both);
        };
    }

    /** A try that counts unless it {@link #succeeded}. */
    public interface Try {
        /** Only failures count. */
        void succeeded();
    }
}
