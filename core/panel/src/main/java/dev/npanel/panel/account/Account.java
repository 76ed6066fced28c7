package dev.npanel.panel.account;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as the store has it, without its password's hash.
 *
 * @param id never used again, unlike the name
 * @param tokenVersion raised by whatever ends all sessions of the account
 * @param packageName the package whose limits it has
 * @param parent the id of the account above it; null for the administrators' own (resellers come between)
 */
public record Account(
        String id,
        AccountName name,
        Role role,
        State state,
        boolean suspended,
        @Nullable EmailAddress email,
        int tokenVersion,
        String packageName,
        @Nullable String parent,
        Instant created) {

    /** Whether the account is whole. */
    public enum State {
        /** Its Unix user may be there or not; undone unless it becomes active. */
        CREATING,
        /** There, on both sides. */
        ACTIVE,
        /** Its Unix user may be gone or not; ends in nothing. */
        DELETING
    }

    /** Whether somebody may act as this account now. */
    public boolean usable() {
        return state == State.ACTIVE && !suspended;
    }
}
