package dev.npanel.panel.account;

import dev.npanel.api.account.UnixAccounts;
import dev.npanel.api.account.UnixAccounts.CreateUnixAccount;
import dev.npanel.api.account.UnixAccounts.DeleteUnixAccount;
import dev.npanel.api.account.UnixAccounts.ReadUnixAccount;
import dev.npanel.api.account.UnixAccounts.UnixAccount;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.account.Account.State;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.rest.CallContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes and removes accounts on both sides: in the store, and for users on the host. The row is there, as {@code CREATING},
 * before the Unix user; whatever cuts the work off, what is not {@code ACTIVE} afterwards is undone by {@link #settle}. An OSGi
 * service of the core; thread-safe.
 */
@Component(service = Provisioning.class)
public final class Provisioning {
    private final Accounts accounts;
    private final Agent agent;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    @Activate
    public Provisioning(@Reference Accounts accounts, @Reference Agent agent) {
        this.accounts = accounts;
        this.agent = agent;
    }

    /** Makes an account; the parent is the caller's. */
    Outcome<Account> create(CallContext context, NewAccount request) {
        accounts.check(request);
        if (request.role() == Role.ADMINISTRATOR) {
            return context.dryRun()
                    ? new Outcome.Preview<>(new ChangePreview(List.of()))
                    : new Outcome.Done<>(accounts.begin(request, State.ACTIVE, parent(context)), null);
        }
        refuseOrphan(context, request);
        if (context.dryRun()) {
            return preview(agent.call(context, UnixAccounts.CREATE, new CreateUnixAccount(request.name())));
        }
        return createUser(context, request);
    }

    /** Removes an account that has no domains any more. */
    Outcome<Account> delete(CallContext context, Account account) {
        if (context.dryRun()) {
            return account.role() == Role.USER
                    ? preview(agent.call(context, UnixAccounts.DELETE, new DeleteUnixAccount(account.name())))
                    : new Outcome.Preview<>(new ChangePreview(List.of()));
        }
        underWay.add(account.id());
        try {
            accounts.beginDelete(account);
            remove(context, account);
            return new Outcome.Done<>(account, null);
        } finally {
            underWay.remove(account.id());
        }
    }

    /** Undoes, for the system, what was left between two states; whether nothing of it is left now. */
    boolean settle(CallContext system) {
        for (Account account : accounts.unsettled()) {
            if (underWay.add(account.id())) {
                try {
                    remove(system, account);
                } finally {
                    underWay.remove(account.id());
                }
            }
        }
        return accounts.unsettled().isEmpty();
    }

    private Outcome<Account> createUser(CallContext context, NewAccount request) {
        Account account = accounts.begin(request, State.CREATING, parent(context));
        underWay.add(account.id());
        try {
            Outcome<UnixAccount> made = agent.call(context, UnixAccounts.CREATE, new CreateUnixAccount(request.name()));
            return new Outcome.Done<>(
                    accounts.activate(account), made instanceof Outcome.Done<UnixAccount> done ? done.change() : null);
        } catch (ProblemException refused) {
            if (nothingWasDone(refused.problem())) {
                accounts.forget(account);
            }
            throw refused;
        } finally {
            underWay.remove(account.id());
        }
    }

    private void remove(CallContext context, Account account) {
        if (account.role() == Role.USER) {
            try {
                agent.call(context, UnixAccounts.DELETE, new DeleteUnixAccount(account.name()));
            } catch (ProblemException refused) {
                if (refused.problem().kind() != ProblemKind.NOT_FOUND) {
                    throw refused;
                }
            }
        }
        accounts.forget(account);
    }

    /** A Unix user of ours that no row belongs to is somebody's data: never taken over, and never undone. */
    private void refuseOrphan(CallContext context, NewAccount request) {
        try {
            agent.read(context, UnixAccounts.READ, new ReadUnixAccount(request.name()));
        } catch (ProblemException notThere) {
            if (notThere.problem().kind() == ProblemKind.NOT_FOUND) {
                return;
            }
            throw notThere;
        }
        throw Problem.of(ProblemKind.CONFLICT, "account.unix-exists", "There is a Unix user of this name.")
                .asException();
    }

    private @Nullable String parent(CallContext context) {
        return accounts.find(context.caller().account()).map(Account::id).orElse(null);
    }

    private static boolean nothingWasDone(Problem problem) {
        return switch (problem.kind()) {
            case UNAVAILABLE -> problem.code().equals("agent.away");
            case FAILED -> false;
            default -> true;
        };
    }

    private static Outcome<Account> preview(Outcome<UnixAccount> outcome) {
        return new Outcome.Preview<>(((Outcome.Preview<UnixAccount>) outcome).preview());
    }
}
