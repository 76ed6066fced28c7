package dev.npanel.panel.gate;

import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The gate and the trail around what the panel does by itself. */
@Component(service = Privileged.class)
public final class PrivilegedWork implements Privileged {
    private final Gate gate;
    private final AuditLog audit;

    @Activate
    public PrivilegedWork(@Reference Gate gate, @Reference AuditLog audit) {
        this.gate = gate;
        this.audit = audit;
    }

    @Override
    public <T> T perform(CallContext context, Permission permission, Scope scope, Supplier<T> work) {
        Actor actor = Actor.of(context.caller());
        try {
            gate.check(context.caller(), permission, scope);
        } catch (ProblemException refused) {
            audit.note(actor, permission.name(), scope.toString(), AuditLog.outcome(refused.problem()));
            throw refused;
        }
        return context.dryRun() ? work.get() : audit.around(actor, permission.name(), scope.toString(), work);
    }
}
