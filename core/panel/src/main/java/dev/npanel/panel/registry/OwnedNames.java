package dev.npanel.panel.registry;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainSet;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The names of the accounts' domains as they were read last: the gate and every page of a list ask for all of them, and they may be
 * thousands. What was read before a change is not given out after it. Thread-safe.
 */
final class OwnedNames {
    private static final int ACCOUNTS = 32;

    private final AtomicLong changes = new AtomicLong();
    private final Map<AccountName, SoftReference<Read>> known =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<AccountName, SoftReference<Read>> eldest) {
                    return size() > ACCOUNTS;
                }
            });

    /** @param changes how many there had been before it was read */
    private record Read(long changes, DomainSet names) {}

    /** The account's names, read only if there has been a change since they were read last. */
    DomainSet of(AccountName account, Supplier<DomainSet> read) {
        long before = changes.get();
        Read last = last(account);
        if (last != null && last.changes() == before) {
            return last.names();
        }
        DomainSet names = read.get();
        known.put(account, new SoftReference<>(new Read(before, names)));
        return names;
    }

    /** Who owns what has been changed, or may have been: called before anybody is told so. */
    void changed() {
        changes.incrementAndGet();
    }

    private @Nullable Read last(AccountName account) {
        SoftReference<Read> reference = known.get(account);
        return reference == null ? null : reference.get();
    }
}
