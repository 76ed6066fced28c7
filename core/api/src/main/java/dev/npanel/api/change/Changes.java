package dev.npanel.api.change;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract of the history: what was changed, and how to take it back (C9). */
public final class Changes {
    private static final ContractVersion VERSION = new ContractVersion(1, 0);
    private static final int MAX_PAGE = 500;

    /** The changes of one domain, or of the server when no domain is named; newest first. */
    public static final ActionType<ListChanges, ChangePage> LIST =
            ActionType.read(VERSION, "change.list", Access.OWNER, ListChanges.class, ChangePage.class);

    /** One change with its steps. */
    public static final ActionType<ReadChange, ChangeDetail> READ =
            ActionType.read(VERSION, "change.read", Access.OWNER, ReadChange.class, ChangeDetail.class);

    /** Takes a change back by a change of its own; {@code CONFLICT} when what it changed has moved on. */
    public static final ActionType<RevertChange, ChangeSummary> REVERT =
            ActionType.change(VERSION, "change.revert", Access.OWNER, RevertChange.class, ChangeSummary.class);

    public static final Contract CONTRACT = new Contract("change", List.of(LIST, READ, REVERT), List.of());

    private Changes() {}

    /**
     * @param domain only what was done to this domain; null means everything, for administrators
     * @param since nothing older, or null for all: who owns a domain now may not see what was done to it before
     * @param before only what is older than this change, or null for the newest
     * @param limit 1 to 500
     */
    public record ListChanges(
            @Nullable DomainName domain,
            @Nullable Instant since,
            @Nullable ChangeId before,
            int limit) implements Scoped {
        public ListChanges {
            if (limit < 1 || limit > MAX_PAGE) {
                throw Text.refuse("limit must be 1 to " + MAX_PAGE);
            }
        }

        @Override
        public Scope scope() {
            return domain == null ? new Scope.Server() : new Scope.Domain(domain);
        }
    }

    /**
     * @param domain what the change was about, so that its owner may see it; null for any change, administrators only
     * @param since as in {@link ListChanges}
     */
    public record ReadChange(
            ChangeId id,
            @Nullable DomainName domain,
            @Nullable Instant since) implements Scoped {
        @Override
        public Scope scope() {
            return domain == null ? new Scope.Server() : new Scope.Domain(domain);
        }
    }

    /**
     * @param domain as in {@link ReadChange}
     * @param since as in {@link ListChanges}
     */
    public record RevertChange(
            ChangeId id,
            @Nullable DomainName domain,
            @Nullable Instant since) implements Scoped {
        @Override
        public Scope scope() {
            return domain == null ? new Scope.Server() : new Scope.Domain(domain);
        }
    }
}
