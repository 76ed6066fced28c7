package dev.npanel.panel.auth;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Secret;
import dev.npanel.panel.account.AccountView;
import dev.npanel.panel.account.Accounts;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.rest.Anonymous;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/auth} (C1). */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("auth")
public final class AuthResource implements Resource {
    private static final Permission ME = new Permission("auth.me", Access.OWNER);
    private static final Contract CONTRACT = new Contract("auth", List.of(), List.of(ME));

    private final LogIn logIn;
    private final Accounts accounts;

    /** A name and a password. */
    public record Credentials(AccountName username, Secret password) {}

    /** A refresh token. */
    public record Refreshing(Secret refreshToken) {}

    @Activate
    public AuthResource(@Reference LogIn logIn, @Reference Accounts accounts) {
        this.logIn = logIn;
        this.accounts = accounts;
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @POST
    @Path("login")
    @Anonymous(because = "this is how one stops being anonymous; tries are limited")
    @Answers(Tokens.class)
    public Response login(@Context GuardedRequest request, Credentials body) {
        return secret(logIn.logIn(body.username(), body.password(), request.peer(), request.id()));
    }

    @POST
    @Path("refresh")
    @Anonymous(because = "the refresh token is the credential; the access token may be over")
    @Answers(Tokens.class)
    public Response refresh(@Context GuardedRequest request, Refreshing body) {
        return secret(logIn.refresh(body.refreshToken(), request.peer(), request.id()));
    }

    @POST
    @Path("logout")
    @Anonymous(because = "the refresh token is the credential; the access token may be over")
    @Answers(value = Void.class, status = 204)
    public Response logout(@Context GuardedRequest request, Refreshing body) {
        logIn.logOut(body.refreshToken(), request.peer(), request.id());
        return Response.noContent().build();
    }

    @GET
    @Path("me")
    @Requires("auth.me")
    public AccountView me(@Context CallContext context) {
        return accounts.find(context.caller().account())
                .map(AccountView::of)
                .orElseThrow(() -> Problem.of(ProblemKind.UNAUTHENTICATED, "auth.required", "Log in first.")
                        .asException());
    }

    private static Response secret(Tokens tokens) {
        return Response.ok(tokens).header("Cache-Control", "no-store").build();
    }
}
