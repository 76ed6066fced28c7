package dev.npanel.panel.account;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.panel.account.Account.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as the API shows it. */
public record AccountView(
        AccountName name,
        Role role,
        State state,
        boolean suspended,
        @Nullable EmailAddress email,
        String packageName,
        Instant created) {
    /** What may be shown of it. */
    public static AccountView of(Account account) {
        return new AccountView(
                account.name(),
                account.role(),
                account.state(),
                account.suspended(),
                account.email(),
                account.packageName(),
                account.created());
    }
}
