package dev.npanel.web.php;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.AccountName;

/** Asks which versions of PHP a site of this account may have. */
public record ListPhp(AccountName account) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Account(account);
    }
}
