package dev.npanel.panel.audit;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.gate.Gate;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/audit} (C8): all of it for administrators, to users what they did themselves. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("audit")
public final class AuditResource implements Resource {
    private static final Permission LIST = new Permission("audit.list", Access.OWNER);
    private static final Permission VERIFY = new Permission("audit.verify", Access.ADMINISTRATOR);
    private static final Contract CONTRACT = new Contract("audit", List.of(), List.of(LIST, VERIFY));

    private final AuditTrail trail;
    private final Gate gate;

    @Activate
    public AuditResource(@Reference AuditTrail trail, @Reference Gate gate) {
        this.trail = trail;
        this.gate = gate;
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @GET
    @Requires("audit.list")
    public Page<AuditView> list(
            @Context CallContext context,
            @QueryParam("account") @Nullable AccountName account,
            @QueryParam("action") @Nullable String action,
            @QueryParam("target") @Nullable String target,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = context.caller();
        AccountName whose = account == null && caller.role() != Role.ADMINISTRATOR ? caller.account() : account;
        gate.check(caller, LIST, whose == null ? new Scope.Server() : new Scope.Account(whose));
        if (after != null && after < 1) {
            throw Problem.invalid("after", "must be the number of a line").asException();
        }
        AuditFilter filter = new AuditFilter(whose == null ? null : whose.text(), action, target);
        return trail.page(filter, after == null ? Long.MAX_VALUE : after, Page.limit(limit))
                .map(AuditView::of);
    }

    @GET
    @Path("verify")
    @Requires("audit.verify")
    public AuditTrail.Verdict verify() {
        return trail.verify();
    }
}
