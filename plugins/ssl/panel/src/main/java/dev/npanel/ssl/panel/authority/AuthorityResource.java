package dev.npanel.ssl.panel.authority;

import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.ca.CertificateAuthority;
import dev.npanel.ssl.ca.Enrolment;
import dev.npanel.ssl.ca.Registration;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The authority, for administrators: to set it up is to register with it, and to accept its terms. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("ssl/authority")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AuthorityResource implements Resource {
    private final CertificateAuthority authority;
    private final Privileged privileged;

    @Activate
    public AuthorityResource(@Reference CertificateAuthority authority, @Reference Privileged privileged) {
        this.authority = authority;
        this.privileged = privileged;
    }

    @Override
    public Contract contract() {
        return Ssl.CONTRACT;
    }

    @GET
    @Requires("ssl.authority.read")
    public Registration read() {
        return authority.registration().orElseThrow(AuthorityResource::unset);
    }

    @PUT
    @Requires("ssl.authority.change")
    public Registration change(@Context CallContext caller, Enrolment enrolment) {
        return privileged.perform(
                caller,
                Ssl.AUTHORITY_CHANGE,
                new Scope.Server(),
                () -> caller.dryRun() ? pretended(enrolment) : authority.register(enrolment));
    }

    private static Registration pretended(Enrolment enrolment) {
        return new Registration(
                enrolment.directory(), "", enrolment.contacts(), enrolment.preferredRoot(), enrolment.roots());
    }

    private static RuntimeException unset() {
        return Problem.of(ProblemKind.NOT_FOUND, "ssl.authority.unset", "No certificate authority is set up yet.")
                .asException();
    }
}
