package dev.npanel.panel.auth;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.account.Account;
import dev.npanel.panel.account.Accounts;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.limit.Limits;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.mount.RequestGuard;
import dev.npanel.panel.rest.CallContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds out who is behind a request, from its access token and nothing else, and how the account stands at this moment. An OSGi
 * service of the core; thread-safe.
 */
@Component(service = RequestGuard.class)
public final class Authentication implements RequestGuard {
    private static final String BEARER = "Bearer ";

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final Gate gate;
    private final Limits limits;
    private final AuditLog audit;

    @Activate
    public Authentication(
            @Reference AccessTokens tokens,
            @Reference Accounts accounts,
            @Reference Gate gate,
            @Reference Limits limits,
            @Reference AuditLog audit) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.gate = gate;
        this.limits = limits;
        this.audit = audit;
    }

    @Override
    public CallContext admit(GuardedRequest request, Permission permission) {
        Account account = authenticate(request);
        Caller caller = new Caller(account.name(), account.role(), request.peer(), request.id());
        try {
            gate.check(account.role(), permission);
        } catch (ProblemException refused) {
            audit.note(
                    Actor.of(caller),
                    permission.name(),
                    new Scope.Server().toString(),
                    AuditLog.outcome(refused.problem()));
            throw refused;
        }
        return new CallContext(caller, request.dryRun());
    }

    @Override
    public void admitAnonymous(GuardedRequest request) {
        limits.stranger(request.peer());
    }

    @Override
    public void admitUnmatched(GuardedRequest request) {
        authenticate(request);
    }

    private Account authenticate(GuardedRequest request) {
        Optional<Account> account = bearer(request.authorization())
                .flatMap(tokens::verify)
                .flatMap(claims -> accounts.ofSession(claims.account(), claims.session())
                        .filter(Account::usable)
                        .filter(found -> found.tokenVersion() == claims.tokenVersion()));
        if (account.isEmpty()) {
            limits.stranger(request.peer());
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "auth.required", "Log in first.")
                    .asException();
        }
        limits.request(account.get().id());
        return account.get();
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()))
                : Optional.empty();
    }
}
