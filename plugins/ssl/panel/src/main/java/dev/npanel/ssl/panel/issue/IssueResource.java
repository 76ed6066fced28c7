package dev.npanel.ssl.panel.issue;

import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.ca.CertificateAuthority;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateNames;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.certificate.StoredCertificate;
import dev.npanel.ssl.panel.renewal.Renewal;
import dev.npanel.ssl.panel.renewal.RenewalJob;
import dev.npanel.ssl.panel.renewal.Renewals;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an authority is asked for: S1 to S4. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("ssl")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class IssueResource implements Resource {
    private final Agent agent;
    private final CertificateAuthority authority;
    private final Jobs jobs;
    private final Renewals renewals;
    private final Privileged privileged;

    @Activate
    public IssueResource(
            @Reference Agent agent,
            @Reference CertificateAuthority authority,
            @Reference Jobs jobs,
            @Reference Renewals renewals,
            @Reference Privileged privileged) {
        this.agent = agent;
        this.authority = authority;
        this.jobs = jobs;
        this.renewals = renewals;
        this.privileged = privileged;
    }

    @Override
    public Contract contract() {
        return Ssl.CONTRACT;
    }

    @POST
    @Requires("ssl.certificate.issue")
    @Answers(value = JobView.class, status = 202)
    public Response issue(@Context CallContext caller, NewCertificate wanted) {
        return submit(caller, Ssl.CERTIFICATE_ISSUE, wanted.issue());
    }

    @PUT
    @Path("{id}/renew")
    @Requires("ssl.certificate.renew")
    @Answers(value = JobView.class, status = 202)
    public Response renew(@Context CallContext caller, @PathParam("id") CertificateId id) {
        read(caller, id);
        Renewal renewal = renewals.read(id);
        return submit(caller, Ssl.CERTIFICATE_RENEW, new Issue(renewal.names(), renewal.key(), renewal.auto()));
    }

    @POST
    @Path("{id}/revoke")
    @Requires("ssl.certificate.revoke")
    public StoredCertificate revoke(@Context CallContext caller, @PathParam("id") CertificateId id) {
        StoredCertificate stored = read(caller, id);
        return privileged.perform(caller, Ssl.CERTIFICATE_REVOKE, new Scope.Domain(id.domain()), () -> {
            if (!caller.dryRun()) {
                authority.revoke(new Chain(stored.chain()));
                renewals.auto(id, false);
            }
            return stored;
        });
    }

    @PUT
    @Path("{id}/auto-renew")
    @Requires("ssl.certificate.auto-renew")
    public Renewal autoRenew(
            @Context CallContext caller, @PathParam("id") CertificateId id, NewCertificate.AutoRenew wish) {
        Renewal renewal = privileged.perform(
                caller,
                Ssl.CERTIFICATE_AUTO_RENEW,
                new Scope.Domain(id.domain()),
                () -> caller.dryRun() ? renewals.read(id) : renewals.auto(id, wish.enabled()));
        if (wish.enabled() && !caller.dryRun()) {
            RenewalJob.begin(jobs, caller);
        }
        return renewal;
    }

    private Response submit(CallContext caller, Permission permission, Issue issue) {
        return privileged.perform(caller, permission, CertificateNames.scope(issue.names()), () -> {
            if (caller.dryRun()) {
                return Response.ok(issue).build();
            }
            JobView job = jobs.submit(caller, IssueJob.TYPE, issue.id().text(), issue);
            if (issue.autoRenew()) {
                RenewalJob.begin(jobs, caller);
            }
            return Reply.accepted(job);
        });
    }

    private StoredCertificate read(CallContext caller, CertificateId id) {
        return agent.read(caller, Ssl.CERTIFICATE_READ, new ReadCertificate(id));
    }
}
