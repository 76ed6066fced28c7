package dev.npanel.agent.engine;

import dev.npanel.agent.file.Vault;
import dev.npanel.agent.journal.ChangeIds;
import dev.npanel.agent.journal.History;
import dev.npanel.agent.step.Slot;
import dev.npanel.api.change.ChangeId;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Forgets what is old: changes in the history, with what was kept to revert them, and then what was deleted. To be run now
 * and then; changes may be under way meanwhile.
 */
public final class Retention implements Runnable {
    private static final System.Logger LOG = System.getLogger(Retention.class.getName());
    /** What a change under way has put into the vault may not be in the journal yet. */
    private static final Duration SAFE_AGE = Duration.ofHours(1);

    private final History history;
    private final Vault vault;
    private final Limits limits;
    private final Clock clock;

    /**
     * How much is kept.
     *
     * @param changes at most so many in the history
     * @param changeAge and no older ones
     * @param trashAge what was deleted lies in the trash for so long
     */
    public record Limits(int changes, Duration changeAge, Duration trashAge) {
        /** What a host keeps unless told otherwise. */
        public static Limits standard() {
            return new Limits(10_000, Duration.ofDays(90), Duration.ofDays(30));
        }
    }

    public Retention(History history, Vault vault, Limits limits, Clock clock) {
        this.history = history;
        this.vault = vault;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            Instant now = clock.instant();
            forget(now);
            sweep(now);
        } catch (IOException later) {
            LOG.log(Level.WARNING, "what is old stays for now", later);
        }
    }

    private void forget(Instant now) throws IOException {
        List<ChangeId> ids = history.ids();
        for (int i = 0; i < ids.size(); i++) {
            boolean old = ChangeIds.time(ids.get(i)).isBefore(now.minus(limits.changeAge()));
            if (i >= limits.changes() || old) {
                history.forget(ids.get(i));
            }
        }
    }

    private void sweep(Instant now) throws IOException {
        Set<ChangeId> known = new HashSet<>(history.ids());
        vault.sweep(name -> {
            if (!Slot.isName(name)) {
                return false;
            }
            ChangeId change = Slot.changeOf(name);
            Instant time = ChangeIds.time(change);
            return Slot.isTrash(name)
                    ? time.isBefore(now.minus(limits.trashAge()))
                    : !known.contains(change) && time.isBefore(now.minus(SAFE_AGE));
        });
    }
}
