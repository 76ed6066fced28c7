package dev.npanel.panel.gate;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.panel.domain.Domains;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides: the caller's role has to hold the permission, and the caller has to own what the request is about. What belongs to
 * somebody else and what does not exist are refused alike. An OSGi service of the core; thread-safe.
 */
@Component(service = Gate.class)
public final class Gate {
    private final Domains domains;

    @Activate
    public Gate(@Reference Domains domains) {
        this.domains = domains;
    }

    /** Returns when the caller may; otherwise throws {@code FORBIDDEN}. */
    public void check(Caller caller, Permission permission, Scope scope) {
        check(caller.role(), permission);
        if (caller.role() != Role.ADMINISTRATOR && !owns(caller.account(), scope)) {
            throw refuse();
        }
    }

    /** The first half of it, before it is known what the request is about. */
    public void check(Role role, Permission permission) {
        boolean holds = switch (permission.access()) {
            case ADMINISTRATOR -> role == Role.ADMINISTRATOR;
            case OWNER -> role == Role.ADMINISTRATOR || role == Role.USER;
        };
        if (!holds) {
            throw refuse();
        }
    }

    /**
     * Whose things a list shows: of the account that was asked for; if none was, an administrator gets everybody's and anybody
     * else their own. Throws {@code FORBIDDEN} when the caller may not see them.
     *
     * @return null for everybody's
     */
    public @Nullable AccountName whose(Caller caller, Permission permission, @Nullable AccountName asked) {
        AccountName whose = asked == null && caller.role() != Role.ADMINISTRATOR ? caller.account() : asked;
        check(caller, permission, whose == null ? new Scope.Server() : new Scope.Account(whose));
        return whose;
    }

    private boolean owns(AccountName caller, Scope scope) {
        if (scope instanceof Scope.Account account) {
            return account.name().equals(caller);
        }
        if (scope instanceof Scope.Domain domain) {
            return domains.ownerOf(domain.name()).filter(caller::equals).isPresent();
        }
        return scope instanceof Scope.Domains several && owns(caller, several.names());
    }

    /** By one look for all of them, which lists are made for, too. Nobody else has a domain below one that the caller owns. */
    private boolean owns(AccountName caller, DomainSet names) {
        return !names.isEmpty() && domains.ownedBy(caller).covers(names);
    }

    private static ProblemException refuse() {
        return Problem.of(ProblemKind.FORBIDDEN, "forbidden", "This is not yours to do.")
                .asException();
    }
}
