package dev.npanel.agent.change;

import dev.npanel.agent.journal.Entry;
import dev.npanel.agent.journal.History;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history as far as somebody may see it: of one domain, or all of it. */
final class Past {
    private final History history;

    Past(History history) {
        this.history = history;
    }

    /**
     * The change of this id.
     *
     * @param domain what it has to be about, or null for any
     * @param since what it may not be older than, or null for any
     */
    Entry entry(ChangeId id, @Nullable DomainName domain, @Nullable Instant since) {
        try {
            return history.read(id)
                    .filter(entry -> isVisible(entry.head(), domain, since))
                    .orElseThrow(() -> Problem.of(
                                    ProblemKind.NOT_FOUND, "change.unknown", "There is no such change in the history.")
                            .asException());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** At most so many changes, newest first. */
    List<Entry.Head> list(@Nullable DomainName domain, @Nullable Instant since, @Nullable ChangeId before, int limit) {
        try {
            return history.list(head -> isVisible(head, domain, since), since, before, limit);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isVisible(Entry.Head head, @Nullable DomainName domain, @Nullable Instant since) {
        return (domain == null || head.scope().equals("domain:" + domain))
                && (since == null || !head.at().isBefore(since));
    }
}
