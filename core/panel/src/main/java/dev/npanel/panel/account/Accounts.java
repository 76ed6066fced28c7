package dev.npanel.panel.account;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.account.Account.State;
import dev.npanel.panel.password.NewPassword;
import dev.npanel.panel.password.Passwords;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.store.Ids;
import dev.npanel.panel.store.Sql;
import dev.npanel.panel.store.Store;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The accounts in the store; what needs the host as well is {@link Provisioning}'s. Every change is effective with the next
 * request of whoever it concerns. An OSGi service of the core; thread-safe.
 */
@Component(service = Accounts.class)
public final class Accounts {
    static final String DEFAULT_PACKAGE = "default";

    private final Store store;
    private final Passwords passwords;
    private final Clock clock;
    private final Ids ids;

    @Activate
    public Accounts(@Reference Store store, @Reference Passwords passwords) {
        this(store, passwords, Clock.systemUTC());
    }

    public Accounts(Store store, Passwords passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
        this.ids = new Ids(clock);
    }

    public Optional<Account> find(AccountName name) {
        return store.read(sql -> AccountTable.byName(sql, name));
    }

    public Optional<Account> findById(String id) {
        return store.read(sql -> AccountTable.byId(sql, id));
    }

    /** The account whose session this is, as it stands at this moment. */
    public Optional<Account> ofSession(String id, String session) {
        return store.read(sql -> AccountTable.bySession(sql, id, session, clock.instant()));
    }

    /** The account, when this is its password; takes the same time for names that nobody has. */
    public Optional<Account> authenticate(AccountName name, Secret password) {
        @Nullable String hash = store.read(sql -> AccountTable.hash(sql, name)).orElse(null);
        return passwords.matches(password, hash) ? find(name) : Optional.empty();
    }

    public boolean anyAdministrator() {
        return store.read(sql -> AccountTable.administrators(sql) > 0);
    }

    /** The first administrator; {@code CONFLICT} when there is one. */
    public Account createFirst(AccountName name, Secret password, @Nullable EmailAddress email) {
        String hash = passwords.hash(NewPassword.check(password, name));
        Account first = account(name, Role.ADMINISTRATOR, State.ACTIVE, email, DEFAULT_PACKAGE, null);
        return store.write(sql -> {
            if (AccountTable.administrators(sql) > 0) {
                throw conflict("setup.done", "There is an administrator already.");
            }
            AccountTable.insert(sql, first, hash);
            return first;
        });
    }

    /**
     * Lets an administrator in again: with this password, not suspended, and with no session but new ones. {@code NOT_FOUND}
     * when there is no administrator of this name.
     */
    public Account recover(AccountName name, Secret password) {
        String hash = passwords.hash(NewPassword.check(password, name));
        return store.write(sql -> {
            Account locked = AccountTable.byName(sql, name)
                    .filter(there -> there.role() == Role.ADMINISTRATOR && there.state() == State.ACTIVE)
                    .orElseThrow(() -> Problem.of(
                                    ProblemKind.NOT_FOUND, "account.not-found", "There is no such administrator.")
                            .asException());
            AccountTable.hash(sql, locked.id(), hash);
            AccountTable.suspended(sql, locked.id(), false);
            AccountTable.endSessions(sql, locked.id());
            return AccountTable.byId(sql, locked.id()).orElseThrow();
        });
    }

    Page<Account> page(String after, int limit) {
        return Page.of(
                store.read(sql -> AccountTable.page(sql, after, limit + 1)),
                limit,
                each -> each.name().text());
    }

    List<Account> unsettled() {
        return store.read(AccountTable::unsettled);
    }

    /** Takes the name; the account is to be made active or forgotten. */
    Account begin(NewAccount request, State state, @Nullable String parent) {
        String hash = passwords.hash(request.password());
        Account account =
                account(request.name(), request.role(), state, request.email(), request.packageName(), parent);
        return store.write(sql -> {
            check(sql, request);
            AccountTable.insert(sql, account, hash);
            return account;
        });
    }

    /** Refuses what {@link #begin} would refuse. */
    void check(NewAccount request) {
        store.read(sql -> {
            check(sql, request);
            return request;
        });
    }

    /** Turns to a deletion what was active; from now on nobody acts as it. */
    void beginDelete(Account account) {
        store.write(sql -> {
            if (AccountTable.domains(sql, account.id()) > 0) {
                throw conflict("account.has-domains", "The account still has domains.");
            }
            keepOneAdministrator(sql, account);
            AccountTable.endSessions(sql, account.id());
            AccountTable.state(sql, account.id(), State.DELETING);
            return account;
        });
    }

    /** What was begun is whole now. */
    Account activate(Account account) {
        return store.write(sql -> {
            AccountTable.state(sql, account.id(), State.ACTIVE);
            return AccountTable.byId(sql, account.id()).orElseThrow();
        });
    }

    void forget(Account account) {
        store.write(sql -> {
            AccountTable.delete(sql, account.id());
            return account;
        });
    }

    void suspend(Account account, boolean suspended) {
        store.write(sql -> {
            if (suspended) {
                keepOneAdministrator(sql, account);
                AccountTable.endSessions(sql, account.id());
            }
            AccountTable.suspended(sql, account.id(), suspended);
            return account;
        });
    }

    void changePassword(Account account, Secret password) {
        String hash = passwords.hash(NewPassword.check(password, account.name()));
        store.write(sql -> {
            AccountTable.hash(sql, account.id(), hash);
            AccountTable.endSessions(sql, account.id());
            return account;
        });
    }

    private Account account(
            AccountName name,
            Role role,
            State state,
            @Nullable EmailAddress email,
            String packageName,
            @Nullable String parent) {
        return new Account(ids.next(), name, role, state, false, email, 0, packageName, parent, now());
    }

    /** As exact as the store keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void check(Sql sql, NewAccount request) throws SQLException {
        Optional<Account> there = AccountTable.byName(sql, request.name());
        if (there.filter(account -> account.state() != State.ACTIVE).isPresent()) {
            throw Problem.unavailable("account.settling", "What is left of this name is being removed.", 2)
                    .asException();
        }
        if (there.isPresent()) {
            throw conflict("account.exists", "There is an account of this name.");
        }
        if (!AccountTable.hasPackage(sql, request.packageName())) {
            throw Problem.invalid("packageName", "must be the name of a package")
                    .asException();
        }
    }

    private static void keepOneAdministrator(Sql sql, Account account) throws SQLException {
        if (account.role() == Role.ADMINISTRATOR
                && !account.suspended()
                && AccountTable.usableAdministrators(sql) <= 1) {
            throw conflict("account.last-administrator", "This is the last administrator.");
        }
    }

    private static ProblemException conflict(String code, String message) {
        return Problem.of(ProblemKind.CONFLICT, code, message).asException();
    }
}
