package dev.npanel.dns.panel.dnssec;

import dev.npanel.api.action.Contract;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.dnssec.AdvanceRoll;
import dev.npanel.dns.dnssec.ConfirmDs;
import dev.npanel.dns.dnssec.DisableDnssec;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.EnableDnssec;
import dev.npanel.dns.dnssec.ReadDnssec;
import dev.npanel.dns.dnssec.RollKey;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** D8 and D9: signing of a zone, and the replacement of its keys. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("dns/{domain}/dnssec")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DnssecResource implements Resource {
    private static final int PROPAGATION = 300;
    private static final int DS_TTL = 86_400;

    private final Agent agent;
    private final Jobs jobs;

    @Activate
    public DnssecResource(@Reference Agent agent, @Reference Jobs jobs) {
        this.agent = agent;
        this.jobs = jobs;
    }

    @Override
    public Contract contract() {
        return Dns.CONTRACT;
    }

    @GET
    @Requires("dns.dnssec.read")
    public DnssecInfo read(@Context CallContext caller, @PathParam("domain") DomainName zone) {
        return agent.read(caller, Dns.DNSSEC_READ, new ReadDnssec(zone));
    }

    /** Signs the zone; the answer has the DS records for the parent. */
    @POST
    @Requires("dns.dnssec.enable")
    @Answers(value = DnssecInfo.class, status = 201)
    public Response enable(
            @Context CallContext caller, @PathParam("domain") DomainName zone, SigningWishes.@Nullable Enable wish) {
        boolean nsec3 = wish != null && Boolean.TRUE.equals(wish.nsec3());
        return Reply.created(agent.call(caller, Dns.DNSSEC_ENABLE, new EnableDnssec(zone, nsec3)));
    }

    @DELETE
    @Requires("dns.dnssec.disable")
    @Answers(DnssecInfo.class)
    public Response disable(
            @Context CallContext caller,
            @PathParam("domain") DomainName zone,
            @QueryParam("parentHasNoDs") @DefaultValue("false") boolean parentHasNoDs) {
        return Reply.ok(agent.call(caller, Dns.DNSSEC_DISABLE, new DisableDnssec(zone, parentHasNoDs)));
    }

    /** Begins to replace a key; a job does the rest. */
    @POST
    @Path("rotate")
    @Requires("dns.dnssec.rotate")
    @Answers(value = SigningWishes.RollStarted.class, status = 202)
    public Response rotate(
            @Context CallContext caller, @PathParam("domain") DomainName zone, SigningWishes.Rotate wish) {
        int propagation = wish.propagation() == null ? PROPAGATION : wish.propagation();
        Outcome<DnssecInfo> outcome = roll(caller, new RollKey(zone, wish.role(), propagation));
        if (!(outcome instanceof Outcome.Done<DnssecInfo> done)) {
            return Reply.ok(outcome);
        }
        JobView job = follow(caller, zone);
        Response.ResponseBuilder answer =
                Response.accepted(job == null ? done.answer() : new SigningWishes.RollStarted(done.answer(), job));
        if (job != null) {
            answer.header("Location", "/api/jobs/" + job.id());
        }
        if (done.change() != null) {
            answer.header(Reply.CHANGE, done.change().text());
        }
        return answer.build();
    }

    /** The word that the parent has the DS of the new KSK. */
    @POST
    @Path("ds-seen")
    @Requires("dns.dnssec.confirm-ds")
    @Answers(DnssecInfo.class)
    public Response dsSeen(
            @Context CallContext caller, @PathParam("domain") DomainName zone, SigningWishes.@Nullable DsSeen wish) {
        int ttl = wish == null || wish.dsTtl() == null ? DS_TTL : wish.dsTtl();
        Response answer = Reply.ok(agent.call(caller, Dns.DNSSEC_CONFIRM_DS, new ConfirmDs(zone, ttl)));
        if (!caller.dryRun()) {
            follow(caller, zone);
        }
        return answer;
    }

    /** Takes the roll one step on now, when it is time; the job does so by itself. */
    @POST
    @Path("advance")
    @Requires("dns.dnssec.advance")
    @Answers(DnssecInfo.class)
    public Response advance(@Context CallContext caller, @PathParam("domain") DomainName zone) {
        return Reply.ok(agent.call(caller, Dns.DNSSEC_ADVANCE, new AdvanceRoll(zone)));
    }

    /** Begins a roll. When one is on its way already, sees to it that a job follows it: ours may have ended before it began. */
    private Outcome<DnssecInfo> roll(CallContext caller, RollKey request) {
        try {
            return agent.call(caller, Dns.DNSSEC_ROTATE, request);
        } catch (ProblemException problem) {
            if (problem.problem().kind() == ProblemKind.CONFLICT
                    && !caller.dryRun()
                    && read(caller, request.zone()).roll() != null) {
                follow(caller, request.zone());
            }
            throw problem;
        }
    }

    /** The job that follows the zone's roll, or null when there is one already, which runs now. */
    private @Nullable JobView follow(CallContext caller, DomainName zone) {
        try {
            return jobs.submit(caller, RollJob.TYPE, zone.text(), new RollJob.Roll(zone));
        } catch (ProblemException problem) {
            if (problem.problem().kind() != ProblemKind.CONFLICT) {
                throw problem;
            }
            jobs.wake(RollJob.TYPE, zone.text());
            return null;
        }
    }
}
