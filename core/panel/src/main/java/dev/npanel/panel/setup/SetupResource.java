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
import dev.npanel.panel.rest.Answers;
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

/** {@code POST /api/setup} (C2), and the way back in for an administrator who is locked out. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("setup")
public final class SetupResource implements Resource {
    private static final String CREATE = "setup.administrator";
    private static final String RECOVER = "setup.recovery";
    private static final Contract CONTRACT = new Contract("setup", List.of(), List.of());

    private final SetupToken token;
    private final RecoveryToken recovery;
    private final Accounts accounts;
    private final Limits limits;
    private final AuditLog audit;

    /** @param token from the file {@code setup-token} on the host */
    public record FirstAdministrator(
            Secret token,
            AccountName username,
            Secret password,
            @Nullable EmailAddress email) {}

    /** @param token from {@code npanel-recover}, which root has run for this administrator */
    public record Recovery(Secret token, AccountName username, Secret password) {}

    /** Who was made. */
    public record Made(AccountView account) {}

    @Activate
    public SetupResource(
            @Reference SetupToken token,
            @Reference RecoveryToken recovery,
            @Reference Accounts accounts,
            @Reference Limits limits,
            @Reference AuditLog audit) {
        this.token = token;
        this.recovery = recovery;
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
    @Answers(value = Made.class, status = 201)
    public Response create(@Context GuardedRequest request, FirstAdministrator body) {
        Limits.Try attempt = limits.tryAt(CREATE, request.peer());
        Actor stranger = Actor.stranger(request.peer(), request.id());
        String target = new Scope.Account(body.username()).toString();
        if (!token.matches(body.token())) {
            throw refuse(stranger, CREATE, target, "setup.token", "This is not the setup token of this server.");
        }
        attempt.succeeded();
        Account made = audit.around(
                stranger, CREATE, target, () -> accounts.createFirst(body.username(), body.password(), body.email()));
        token.destroy();
        return Response.status(Response.Status.CREATED)
                .entity(new Made(AccountView.of(made)))
                .build();
    }

    @POST
    @Path("recovery")
    @Anonymous(because = "who is locked out cannot log in; root's token is the credential, and tries are limited")
    public AccountView recover(@Context GuardedRequest request, Recovery body) {
        Limits.Try attempt = limits.tryAt(RECOVER, request.peer());
        Actor stranger = Actor.stranger(request.peer(), request.id());
        String target = new Scope.Account(body.username()).toString();
        Account recovered = recovery.redeem(
                        body.username(),
                        body.token(),
                        () -> audit.around(
                                stranger, RECOVER, target, () -> accounts.recover(body.username(), body.password())))
                .orElseThrow(() -> refuse(
                        stranger,
                        RECOVER,
                        target,
                        "recovery.token",
                        "This is no recovery token of this server (now)."));
        attempt.succeeded();
        return AccountView.of(recovered);
    }

    private ProblemException refuse(Actor stranger, String action, String target, String code, String message) {
        Problem wrong = Problem.of(ProblemKind.FORBIDDEN, code, message);
        audit.event(stranger, action, target, AuditLog.outcome(wrong));
        return new ProblemException(wrong);
    }
}
