package dev.npanel.panel.account;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.problem.Violation;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.hosting.HostingPackage;
import dev.npanel.panel.limit.Limits;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/accounts}. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("accounts")
public final class AccountsResource implements Resource {
    private static final Permission CREATE = new Permission("account.create", Access.ADMINISTRATOR);
    private static final Permission LIST = new Permission("account.list", Access.ADMINISTRATOR);
    private static final Permission READ = new Permission("account.read", Access.OWNER);
    private static final Permission DELETE_ONE = new Permission("account.delete", Access.ADMINISTRATOR);
    private static final Permission SUSPEND = new Permission("account.suspend", Access.ADMINISTRATOR);
    private static final Permission PASSWORD = new Permission("account.password", Access.OWNER);
    private static final Contract CONTRACT =
            new Contract("account", List.of(), List.of(CREATE, LIST, READ, DELETE_ONE, SUSPEND, PASSWORD));

    /** Names that the system itself acts under, on this or the other side. */
    private static final Set<String> RESERVED = Set.of("npanel", "root", "system");

    private final Accounts accounts;
    private final Provisioning provisioning;
    private final Settlement settlement;
    private final Gate gate;
    private final AuditLog audit;
    private final Limits limits;

    /**
     * An account to be made.
     *
     * @param role {@code USER} when it is not said
     * @param packageName {@code default} when it is not said
     */
    public record CreateAccount(
            AccountName name,
            Secret password,
            @Nullable EmailAddress email,
            @Nullable Role role,
            @Nullable String packageName) {
        public CreateAccount {
            List<Violation> violations = new ArrayList<>();
            if (RESERVED.contains(name.text())) {
                violations.add(new Violation("name", "must not be a name of the system"));
            }
            if (packageName != null && !HostingPackage.isName(packageName)) {
                violations.add(new Violation("packageName", "must be the name of a package"));
            }
            if (!violations.isEmpty()) {
                throw Problem.invalid(violations).asException();
            }
        }
    }

    /** Whether the account is to be suspended. */
    public record Suspension(boolean suspended) {}

    /** @param current the password up to now; needed for one's own account */
    public record PasswordChange(Secret password, @Nullable Secret current) {}

    @Activate
    public AccountsResource(
            @Reference Accounts accounts,
            @Reference Provisioning provisioning,
            @Reference Settlement settlement,
            @Reference Gate gate,
            @Reference AuditLog audit,
            @Reference Limits limits) {
        this.accounts = accounts;
        this.provisioning = provisioning;
        this.settlement = settlement;
        this.gate = gate;
        this.audit = audit;
        this.limits = limits;
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @POST
    @Requires("account.create")
    @Answers(value = AccountView.class, status = 201)
    public Response create(@Context CallContext context, CreateAccount body) {
        NewAccount request = new NewAccount(
                body.name(),
                body.password(),
                body.email(),
                Objects.requireNonNullElse(body.role(), Role.USER),
                Objects.requireNonNullElse(body.packageName(), Accounts.DEFAULT_PACKAGE));
        Outcome<Account> outcome = audited(context, CREATE, body.name(), () -> provisioning.create(context, request));
        return Reply.created(outcome, AccountView::of);
    }

    @GET
    @Requires("account.list")
    public Page<AccountView> list(
            @Context CallContext context,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return accounts.page(Objects.requireNonNullElse(after, ""), Page.limit(limit))
                .map(AccountView::of);
    }

    @GET
    @Path("{name}")
    @Requires("account.read")
    public AccountView read(@Context CallContext context, @PathParam("name") AccountName name) {
        return AccountView.of(existing(context.caller(), READ, name));
    }

    @DELETE
    @Path("{name}")
    @Requires("account.delete")
    @Answers(value = Void.class, status = 204)
    public Response delete(@Context CallContext context, @PathParam("name") AccountName name) {
        Account account = another(context.caller(), DELETE_ONE, name);
        Outcome<Account> outcome = audited(context, DELETE_ONE, name, () -> provisioning.delete(context, account));
        return outcome instanceof Outcome.Preview<Account>
                ? Reply.ok(outcome)
                : Response.noContent().build();
    }

    @PUT
    @Path("{name}/suspended")
    @Requires("account.suspend")
    public AccountView suspend(@Context CallContext context, @PathParam("name") AccountName name, Suspension body) {
        Account account = another(context.caller(), SUSPEND, name);
        if (!context.dryRun()) {
            String what = body.suspended() ? "account.suspend" : "account.unsuspend";
            audit.around(Actor.of(context.caller()), what, target(name), () -> {
                accounts.suspend(account, body.suspended());
                return name;
            });
        }
        return AccountView.of(existing(context.caller(), SUSPEND, name));
    }

    @PUT
    @Path("{name}/password")
    @Requires("account.password")
    @Answers(value = Void.class, status = 204)
    public Response password(@Context CallContext context, @PathParam("name") AccountName name, PasswordChange body) {
        Account account = existing(context.caller(), PASSWORD, name);
        audit.around(Actor.of(context.caller()), PASSWORD.name(), target(name), () -> {
            if (name.equals(context.caller().account())) {
                reauthenticate(context.caller(), body.current());
            }
            if (!context.dryRun()) {
                accounts.changePassword(account, body.password());
            }
            return name;
        });
        return Response.noContent().build();
    }

    /** What a stolen session alone is not enough for. */
    private void reauthenticate(Caller caller, @Nullable Secret current) {
        if (current == null) {
            throw Problem.invalid("current", "must be the present password").asException();
        }
        Limits.Try attempt = limits.tryAt(caller.account().text(), caller.from());
        if (accounts.authenticate(caller.account(), current).isEmpty()) {
            throw Problem.invalid("current", "must be the present password").asException();
        }
        attempt.succeeded();
    }

    private Outcome<Account> audited(
            CallContext context, Permission permission, AccountName name, Supplier<Outcome<Account>> work) {
        if (context.dryRun()) {
            return work.get();
        }
        try {
            return audit.around(Actor.of(context.caller()), permission.name(), target(name), work);
        } catch (ProblemException refused) {
            settlement.wake();
            throw refused;
        }
    }

    private Account another(Caller caller, Permission permission, AccountName name) {
        if (name.equals(caller.account())) {
            throw Problem.of(ProblemKind.CONFLICT, "account.own", "This cannot be done to one's own account.")
                    .asException();
        }
        return existing(caller, permission, name);
    }

    private Account existing(Caller caller, Permission permission, AccountName name) {
        gate.check(caller, permission, new Scope.Account(name));
        return accounts.find(name)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "account.not-found", "There is no such account.")
                        .asException());
    }

    private static String target(AccountName name) {
        return new Scope.Account(name).toString();
    }
}
