package dev.npanel.panel.rest;

import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.job.JobView;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Function;

/** HTTP answers from the agent's outcomes: a preview is always 200 with the preview; a change is named in a header. */
public final class Reply {
    /** The header that names the change a request made, for {@code POST /api/changes/{id}/revert}. */
    public static final String CHANGE = "NPanel-Change";

    private Reply() {}

    /** 200 with the answer. */
    public static <O extends Record> Response ok(Outcome<O> outcome) {
        return reply(Status.OK, outcome, answer -> answer);
    }

    /** 200 with what {@code body} makes of the answer. */
    public static <O extends Record> Response ok(Outcome<O> outcome, Function<O, ?> body) {
        return reply(Status.OK, outcome, body);
    }

    /** 201 with the answer. */
    public static <O extends Record> Response created(Outcome<O> outcome) {
        return reply(Status.CREATED, outcome, answer -> answer);
    }

    /** 201 with what {@code body} makes of the answer. */
    public static <O extends Record> Response created(Outcome<O> outcome, Function<O, ?> body) {
        return reply(Status.CREATED, outcome, body);
    }

    /** 202 with a job, and where it is. */
    public static Response accepted(JobView job) {
        return Response.accepted(job)
                .header("Location", "/api/jobs/" + job.id())
                .build();
    }

    private static <O extends Record> Response reply(Status status, Outcome<O> outcome, Function<O, ?> body) {
        if (outcome instanceof Outcome.Done<O> done) {
            Response.ResponseBuilder response = Response.status(status).entity(body.apply(done.answer()));
            return done.change() == null
                    ? response.build()
                    : response.header(CHANGE, done.change().text()).build();
        }
        return Response.ok(((Outcome.Preview<O>) outcome).preview()).build();
    }
}
