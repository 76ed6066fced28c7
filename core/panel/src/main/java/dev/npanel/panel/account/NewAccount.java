package dev.npanel.panel.account;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.password.NewPassword;
import org.jspecify.annotations.Nullable;

/** An account to be made, checked as far as it can be without the store. */
record NewAccount(
        AccountName name, Secret password, @Nullable EmailAddress email, Role role, String packageName) {
    NewAccount {
        NewPassword.check(password, name);
    }
}
