package dev.npanel.agent.account;

import dev.npanel.api.account.UnixAccounts;
import dev.npanel.api.account.UnixAccounts.CreateUnixAccount;
import dev.npanel.api.account.UnixAccounts.UnixAccount;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutDirectory;
import java.util.List;
import java.util.Set;

/** Makes a Unix user and its home directory, which nobody else may look into. */
final class CreateUnixAccountAction implements Action<CreateUnixAccount, UnixAccount> {
    /** One at a time: the next number depends on who is there. */
    static final Lock USERS = new Lock("unix:users");

    private static final AbsolutePath HOMES = new AbsolutePath("/home");
    private static final int HOME_MODE = 0750;

    private final UserNumbers numbers;
    private final KnownNames known;

    CreateUnixAccountAction(UserNumbers numbers, KnownNames known) {
        this.numbers = numbers;
        this.known = known;
    }

    @Override
    public ActionType<CreateUnixAccount, UnixAccount> type() {
        return UnixAccounts.CREATE;
    }

    @Override
    public Set<Lock> locks(CreateUnixAccount request) {
        return Set.of(USERS, Lock.on(type(), request.scope()));
    }

    @Override
    public Plan<UnixAccount> plan(CreateUnixAccount request, HostView host) {
        PasswordFile users = PasswordFile.of(host);
        String name = request.name().text();
        boolean taken = ReservedNames.contains(request.name()) || users.has(request.name()) || known.contains(name);
        if (taken || host.children(HOMES).contains(name)) {
            throw UserPrograms.taken();
        }
        AbsolutePath home = HOMES.child(name);
        UnixUser user = new UnixUser(numbers.next(users), home.text());
        return Plan.of(
                List.of(
                        UnixUser.TYPE.put(new UnixUser.Key(request.name()), user),
                        new PutDirectory(home, new Ownership(name, name, HOME_MODE))),
                new UnixAccount(request.name(), user.uid(), home));
    }
}
