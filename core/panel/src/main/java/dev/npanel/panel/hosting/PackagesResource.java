package dev.npanel.panel.hosting;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import dev.npanel.panel.store.Store;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/packages}: administrators only. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("packages")
public final class PackagesResource implements Resource {
    private static final Permission LIST = new Permission("package.list", Access.ADMINISTRATOR);
    private static final Permission WRITE = new Permission("package.write", Access.ADMINISTRATOR);
    private static final Permission REMOVE = new Permission("package.delete", Access.ADMINISTRATOR);
    private static final Contract CONTRACT = new Contract("package", List.of(), List.of(LIST, WRITE, REMOVE));

    private final Store store;
    private final AuditLog audit;

    /** The limits; see {@link HostingPackage}. */
    public record PackageLimits(int domains) {}

    @Activate
    public PackagesResource(@Reference Store store, @Reference AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @GET
    @Requires("package.list")
    public Page<HostingPackage> list() {
        return new Page<>(
                store.read(sql -> sql.list(
                        "SELECT name, domains FROM package ORDER BY name",
                        row -> new HostingPackage(row.getString(1), row.getInt(2)))),
                null);
    }

    @PUT
    @Path("{name}")
    @Requires("package.write")
    public HostingPackage write(@Context CallContext context, @PathParam("name") String name, PackageLimits body) {
        HostingPackage changed = new HostingPackage(name, body.domains());
        if (context.dryRun()) {
            return changed;
        }
        return audit.around(
                Actor.of(context.caller()),
                WRITE.name(),
                "package:" + name,
                () -> store.write(sql -> {
                    if (sql.update("UPDATE package SET domains = ? WHERE name = ?", changed.domains(), name) == 0) {
                        sql.update("INSERT INTO package (name, domains) VALUES (?, ?)", name, changed.domains());
                    }
                    return changed;
                }));
    }

    @DELETE
    @Path("{name}")
    @Requires("package.delete")
    @Answers(value = Void.class, status = 204)
    public Response delete(@Context CallContext context, @PathParam("name") String name) {
        if (!HostingPackage.isName(name)) {
            throw Problem.of(ProblemKind.NOT_FOUND, "package.not-found", "There is no such package.")
                    .asException();
        }
        if (!context.dryRun()) {
            audit.around(Actor.of(context.caller()), REMOVE.name(), "package:" + name, () -> remove(name));
        }
        return Response.noContent().build();
    }

    private String remove(String name) {
        return store.write(sql -> {
            if (name.equals("default") || sql.number("SELECT count(*) FROM account WHERE package = ?", name) > 0) {
                throw Problem.of(ProblemKind.CONFLICT, "package.in-use", "Accounts have this package.")
                        .asException();
            }
            if (sql.update("DELETE FROM package WHERE name = ?", name) == 0) {
                throw Problem.of(ProblemKind.NOT_FOUND, "package.not-found", "There is no such package.")
                        .asException();
            }
            return name;
        });
    }
}
