package dev.npanel.panel.audit;

import dev.npanel.panel.audit.AuditTable.Entry;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the trail. An OSGi service of the core; thread-safe. */
@Component(service = AuditTrail.class)
public final class AuditTrail {
    private static final int CHUNK = 1_000;

    private final Store store;
    private final AuditLog log;

    /**
     * Whether the chain is whole.
     *
     * @param lines how many lines hold, from the first on
     * @param broken the first line that does not, or null
     * @param head the hash of the last line that holds; written down elsewhere, it shows later whether lines are missing at the
     *     end
     */
    public record Verdict(
            boolean valid, long lines, @Nullable Long broken, String head) {}

    @Activate
    public AuditTrail(@Reference Store store, @Reference AuditLog log) {
        this.store = store;
        this.log = log;
    }

    Page<Entry> page(AuditFilter filter, long before, int limit) {
        log.settle();
        return Page.of(
                store.read(sql -> AuditTable.page(sql, filter, before, limit + 1)),
                limit,
                entry -> Long.toString(entry.seq()));
    }

    Verdict verify() {
        log.settle();
        long seq = 0;
        String hash = Chain.GENESIS;
        while (true) {
            long from = seq;
            List<Entry> chunk = store.read(sql -> AuditTable.after(sql, from, CHUNK));
            if (chunk.isEmpty()) {
                return new Verdict(true, seq, null, hash);
            }
            for (Entry entry : chunk) {
                if (entry.seq() != seq + 1
                        || !Chain.next(hash, entry.seq(), entry.line()).equals(entry.hash())) {
                    return new Verdict(false, seq, seq + 1, hash);
                }
                seq = entry.seq();
                hash = entry.hash();
            }
        }
    }
}
