package dev.npanel.panel.auth;

import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.account.Account;
import dev.npanel.panel.account.Accounts;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.limit.Limits;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logs people in and out. An OSGi service of the core; thread-safe. */
@Component(service = LogIn.class)
public final class LogIn {
    private static final String LOG_IN = "auth.login";
    private static final String REFRESH = "auth.refresh";
    private static final String LOG_OUT = "auth.logout";

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Limits limits;
    private final AuditLog audit;

    @Activate
    public LogIn(
            @Reference Accounts accounts,
            @Reference Sessions sessions,
            @Reference AccessTokens tokens,
            @Reference Limits limits,
            @Reference AuditLog audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.limits = limits;
        this.audit = audit;
    }

    /** Begins a session, for the right password of an account that is in use. */
    Tokens logIn(AccountName name, Secret password, String peer, String request) {
        Actor stranger = Actor.stranger(peer, request);
        String target = new Scope.Account(name).toString();
        Limits.Try attempt = limited(stranger, target, () -> limits.tryAt(name.text(), peer));
        Optional<Account> account = accounts.authenticate(name, password);
        if (account.isEmpty() || account.get().state() != Account.State.ACTIVE) {
            throw refuse(stranger, LOG_IN, target, unauthenticated("auth.wrong", "The name or the password is wrong."));
        }
        attempt.succeeded();
        if (account.get().suspended()) {
            throw refuse(
                    stranger,
                    LOG_IN,
                    target,
                    Problem.of(ProblemKind.FORBIDDEN, "auth.suspended", "The account is suspended."));
        }
        Tokens granted = grant(account.get(), sessions.begin(account.get().id(), peer));
        audit.event(actor(account.get(), peer, request), LOG_IN, target, "ok");
        return granted;
    }

    /** Goes on with a session. */
    Tokens refresh(Secret token, String peer, String request) {
        Sessions.Refresh refresh = sessions.refresh(token);
        if (refresh instanceof Sessions.Refresh.Granted granted) {
            Optional<Account> account =
                    accounts.findById(granted.grant().account()).filter(Account::usable);
            if (account.isPresent()) {
                return grant(account.get(), granted.grant());
            }
            sessions.endSession(granted.grant().session());
        }
        if (refresh instanceof Sessions.Refresh.Reused reused) {
            accounts.findById(reused.account())
                    .ifPresent(account -> audit.event(
                            Actor.stranger(peer, request),
                            REFRESH,
                            new Scope.Account(account.name()).toString(),
                            "UNAUTHENTICATED auth.reused: session ended"));
        }
        limits.tryAt(REFRESH, peer);
        throw unauthenticated("auth.refresh", "Log in again.").asException();
    }

    /** Ends a session; says nothing about whether there was one. */
    void logOut(Secret token, String peer, String request) {
        sessions.end(token)
                .flatMap(accounts::findById)
                .ifPresent(account -> audit.event(
                        actor(account, peer, request), LOG_OUT, new Scope.Account(account.name()).toString(), "ok"));
    }

    private Tokens grant(Account account, Sessions.Grant grant) {
        String access = tokens.issue(new AccessTokens.Claims(account.id(), grant.session(), account.tokenVersion()));
        return Tokens.of(access, grant.refreshToken());
    }

    private Limits.Try limited(Actor actor, String target, Supplier<Limits.Try> attempt) {
        try {
            return attempt.get();
        } catch (ProblemException limit) {
            audit.note(actor, LOG_IN, target, AuditLog.outcome(limit.problem()));
            throw limit;
        }
    }

    private ProblemException refuse(Actor actor, String action, String target, Problem problem) {
        audit.event(actor, action, target, AuditLog.outcome(problem));
        return problem.asException();
    }

    private static Actor actor(Account account, String peer, String request) {
        return new Actor(account.name().text(), account.role().name(), peer, request);
    }

    private static Problem unauthenticated(String code, String message) {
        return Problem.of(ProblemKind.UNAUTHENTICATED, code, message);
    }
}
