package dev.npanel.ssl.panel.certificate;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Contract;
import dev.npanel.api.value.DomainSet;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Forwarded;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificatePage;
import dev.npanel.ssl.certificate.DeleteCertificate;
import dev.npanel.ssl.certificate.InstallChain;
import dev.npanel.ssl.certificate.InstalledCertificate;
import dev.npanel.ssl.certificate.ListCertificates;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.certificate.SelfSign;
import dev.npanel.ssl.certificate.StoredCertificate;
import dev.npanel.ssl.key.NewRequest;
import dev.npanel.ssl.key.SigningRequest;
import dev.npanel.ssl.panel.renewal.Renewal;
import dev.npanel.ssl.panel.renewal.Renewals;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Certificates that are there: S5, S6, and those that come from elsewhere. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("ssl")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CertificatesResource implements Resource {
    private static final int PAGE = 1_000;
    private static final CertificatePage NOTHING = new CertificatePage(List.of(), null);

    private final Agent agent;
    private final Domains domains;
    private final Renewals renewals;
    private final Clock clock;

    @Activate
    public CertificatesResource(@Reference Agent agent, @Reference Domains domains, @Reference Renewals renewals) {
        this(agent, domains, renewals, Clock.systemUTC());
    }

    CertificatesResource(Agent agent, Domains domains, Renewals renewals, Clock clock) {
        this.agent = agent;
        this.domains = domains;
        this.renewals = renewals;
        this.clock = clock;
    }

    @Override
    public Contract contract() {
        return Ssl.CONTRACT;
    }

    @GET
    @Requires("ssl.certificate.list")
    public Forwarded<CertificatePage> list(
            @Context CallContext caller,
            @QueryParam("after") @Nullable CertificateId after,
            @QueryParam("limit") @Nullable Integer limit) {
        DomainSet own = own(caller);
        ListCertificates wish = new ListCertificates(own, after, Page.limit(limit));
        return own != null && own.isEmpty() ? Forwarded.of(NOTHING) : agent.forward(caller, Ssl.CERTIFICATE_LIST, wish);
    }

    @GET
    @Path("expiring")
    @Requires("ssl.certificate.list")
    public List<Expiring> expiring(@Context CallContext caller) {
        List<Expiring> found = new ArrayList<>();
        List<Renewal> known = renewals.all();
        DomainSet own = own(caller);
        CertificatePage page = page(caller, own, null);
        while (true) {
            page.items()
                    .forEach(each -> Expiring.of(each, known, clock.instant()).ifPresent(found::add));
            if (page.next() == null) {
                return found;
            }
            page = page(caller, own, page.next());
        }
    }

    @GET
    @Path("{id}")
    @Requires("ssl.certificate.read")
    public StoredCertificate read(@Context CallContext caller, @PathParam("id") CertificateId id) {
        return agent.read(caller, Ssl.CERTIFICATE_READ, new ReadCertificate(id));
    }

    @DELETE
    @Path("{id}")
    @Requires("ssl.certificate.delete")
    @Answers(CertificateInfo.class)
    public Response delete(@Context CallContext caller, @PathParam("id") CertificateId id) {
        Response answer = Reply.ok(agent.call(caller, Ssl.CERTIFICATE_DELETE, new DeleteCertificate(id)));
        if (!caller.dryRun()) {
            renewals.forget(id);
        }
        return answer;
    }

    /** A certificate and its key from elsewhere: the key goes to the agent and is nowhere else. */
    @POST
    @Path("upload")
    @Requires("ssl.certificate.upload")
    @Answers(value = CertificateInfo.class, status = 201)
    public Response upload(@Context CallContext caller, Upload upload) {
        return Reply.created(agent.call(caller, Ssl.CERTIFICATE_UPLOAD, upload.request()));
    }

    @POST
    @Path("self-signed")
    @Requires("ssl.certificate.self-sign")
    @Answers(value = CertificateInfo.class, status = 201)
    public Response selfSign(@Context CallContext caller, SelfSign wish) {
        return Reply.created(agent.call(caller, Ssl.CERTIFICATE_SELF_SIGN, wish));
    }

    /** A request to take to an authority by hand; the key stays. */
    @POST
    @Path("request")
    @Requires("ssl.request.create")
    @Answers(value = SigningRequest.class, status = 201)
    public Response request(@Context CallContext caller, NewRequest wish) {
        return Reply.created(agent.call(caller, Ssl.REQUEST_CREATE, wish));
    }

    /** What that authority made of it. */
    @PUT
    @Path("{id}/chain")
    @Requires("ssl.certificate.install")
    @Answers(InstalledCertificate.class)
    public Response install(@Context CallContext caller, @PathParam("id") CertificateId id, Upload.Signed signed) {
        return Reply.ok(agent.call(caller, Ssl.CERTIFICATE_INSTALL, new InstallChain(id, signed.chain())));
    }

    /** The caller's domains, or null for an administrator, whose are all. */
    private @Nullable DomainSet own(CallContext caller) {
        return caller.caller().role() == Caller.Role.ADMINISTRATOR
                ? null
                : domains.ownedBy(caller.caller().account());
    }

    private CertificatePage page(CallContext caller, @Nullable DomainSet own, @Nullable CertificateId after) {
        return own != null && own.isEmpty()
                ? NOTHING
                : agent.read(caller, Ssl.CERTIFICATE_LIST, new ListCertificates(own, after, PAGE));
    }
}
