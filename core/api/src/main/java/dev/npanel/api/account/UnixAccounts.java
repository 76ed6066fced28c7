package dev.npanel.api.account;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import java.util.List;

/** The contract of user accounts on the host (C3): a Unix user each, without a password and without a login shell. */
public final class UnixAccounts {
    private static final ContractVersion VERSION = new ContractVersion(1, 0);

    /** Makes the Unix user and its home, 0750; {@code CONFLICT} when a user of that name is there. */
    public static final ActionType<CreateUnixAccount, UnixAccount> CREATE = ActionType.change(
            VERSION, "unix.account.create", Access.ADMINISTRATOR, CreateUnixAccount.class, UnixAccount.class);

    /** Removes a Unix user that nPanel made; its home goes to the trash. */
    public static final ActionType<DeleteUnixAccount, UnixAccount> DELETE = ActionType.change(
            VERSION, "unix.account.delete", Access.ADMINISTRATOR, DeleteUnixAccount.class, UnixAccount.class);

    /** Looks a user account up; {@code NOT_FOUND} when there is none that nPanel made. */
    public static final ActionType<ReadUnixAccount, UnixAccount> READ = ActionType.read(
            VERSION, "unix.account.read", Access.ADMINISTRATOR, ReadUnixAccount.class, UnixAccount.class);

    public static final Contract CONTRACT = new Contract("unix", List.of(CREATE, DELETE, READ), List.of());

    private UnixAccounts() {}

    /** A Unix user of the host. */
    public record UnixAccount(AccountName name, int uid, AbsolutePath home) {}

    /** See {@link #CREATE}. */
    public record CreateUnixAccount(AccountName name) implements Scoped {
        @Override
        public Scope scope() {
            return new Scope.Account(name);
        }
    }

    /** See {@link #DELETE}. */
    public record DeleteUnixAccount(AccountName name) implements Scoped {
        @Override
        public Scope scope() {
            return new Scope.Account(name);
        }
    }

    /** See {@link #READ}. */
    public record ReadUnixAccount(AccountName name) implements Scoped {
        @Override
        public Scope scope() {
            return new Scope.Account(name);
        }
    }
}
