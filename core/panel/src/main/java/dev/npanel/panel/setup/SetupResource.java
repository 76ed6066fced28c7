package dev.npanel.panel.setup;

import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.account.Account;
import dev.npanel.panel.account.AccountView;
import dev.npanel.panel.account.Accounts;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.limit.Limits;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.rest.Anonymous;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code POST /api/setup} (C2). */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("setup")
public final class SetupResource implements Resource {
    private static final String CREATE = "setup.administrator";
    private static final Contract CONTRACT = new Contract("setup", List.of(), List.of());

    private final SetupToken token;
    private final Accounts accounts;
    private final Limits limits;
    private final AuditLog audit;

    /** @param token from the file {@code setup-token} on the host */
    public record FirstAdministrator(
            Secret token,
            AccountName username,
            Secret password,
            @Nullable EmailAddress email) {}

    /** Who was made. */
    public record Made(AccountView account) {}

    @Activate
    public SetupResource(
            @Reference SetupToken token,
            @Reference Accounts accounts,
            @Reference Limits limits,
            @Reference AuditLog audit) {
        this.token = token;
        this.accounts = accounts;
        this.limits = limits;
        this.audit = audit;
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @POST
    @Anonymous(because = "nobody has an account yet; the token is the credential, and tries are limited")
    public Response create(@Context GuardedRequest request, FirstAdministrator body) {
        Limits.Try attempt = limits.tryAt(CREATE, request.peer());
        Actor stranger = Actor.stranger(request.peer(), request.id());
        String target = new Scope.Account(body.username()).toString();
        if (!token.matches(body.token())) {
            Problem wrong =
                    Problem.of(ProblemKind.FORBIDDEN, "setup.token", "This is not the setup token of this server.");
            audit.event(stranger, CREATE, target, AuditLog.outcome(wrong));
            throw new ProblemException(wrong);
        }
        attempt.succeeded();
        Account made = audit.around(
                stranger, CREATE, target, () -> accounts.createFirst(body.username(), body.password(), body.email()));
        token.destroy();
        return Response.status(Response.Status.CREATED)
                .entity(new Made(AccountView.of(made)))
                .build();
    }
}
