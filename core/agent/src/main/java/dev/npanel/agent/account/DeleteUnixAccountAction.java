package dev.npanel.agent.account;

import dev.npanel.api.account.UnixAccounts;
import dev.npanel.api.account.UnixAccounts.DeleteUnixAccount;
import dev.npanel.api.account.UnixAccounts.UnixAccount;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Delete;
import java.util.List;
import java.util.Set;

/**
 * Removes a Unix user that nPanel made. Its processes are killed; its home goes to the trash, so that reverting the change
 * brings back the user with the same number and all its files.
 */
final class DeleteUnixAccountAction implements Action<DeleteUnixAccount, UnixAccount> {
    @Override
    public ActionType<DeleteUnixAccount, UnixAccount> type() {
        return UnixAccounts.DELETE;
    }

    @Override
    public Set<Lock> locks(DeleteUnixAccount request) {
        return Set.of(CreateUnixAccountAction.USERS, Lock.on(type(), request.scope()));
    }

    @Override
    public Plan<UnixAccount> plan(DeleteUnixAccount request, HostView host) {
        UnixAccount account = ReadUnixAccountAction.account(request.name(), host);
        AbsolutePath home = account.home();
        return Plan.of(List.of(new Delete(home), UnixUser.TYPE.remove(new UnixUser.Key(request.name()))), account);
    }
}
