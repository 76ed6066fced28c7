package dev.npanel.agent.account;

import dev.npanel.api.account.UnixAccounts;
import dev.npanel.api.account.UnixAccounts.ReadUnixAccount;
import dev.npanel.api.account.UnixAccounts.UnixAccount;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;

/** Looks a Unix user up. */
final class ReadUnixAccountAction implements Action<ReadUnixAccount, UnixAccount> {
    @Override
    public ActionType<ReadUnixAccount, UnixAccount> type() {
        return UnixAccounts.READ;
    }

    @Override
    public Plan<UnixAccount> plan(ReadUnixAccount request, HostView host) {
        return Plan.answer(account(request.name(), host));
    }

    /** The user, if nPanel made it. */
    static UnixAccount account(AccountName name, HostView host) {
        return PasswordFile.of(host)
                .ours(name)
                .map(user -> new UnixAccount(name, user.uid(), new AbsolutePath(user.home())))
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND, "unix.account.unknown", "There is no such account on the host.")
                        .asException());
    }
}
