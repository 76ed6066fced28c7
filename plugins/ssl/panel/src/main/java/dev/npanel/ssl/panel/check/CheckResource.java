package dev.npanel.ssl.panel.check;

import dev.npanel.api.action.Contract;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.certificate.CertificateNames;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what would keep an authority from issuing, without asking it for anything. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("ssl/check")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CheckResource implements Resource {
    private final Checks checks;
    private final Privileged privileged;

    @Activate
    public CheckResource(@Reference Checks checks, @Reference Privileged privileged) {
        this.checks = checks;
        this.privileged = privileged;
    }

    @Override
    public Contract contract() {
        return Ssl.CONTRACT;
    }

    @POST
    @Requires("ssl.certificate.check")
    public Report check(@Context CallContext caller, Report.Wanted wanted) {
        return privileged.perform(
                caller,
                Ssl.CERTIFICATE_CHECK,
                CertificateNames.scope(wanted.names()),
                () -> checks.of(caller, wanted.names()));
    }
}
