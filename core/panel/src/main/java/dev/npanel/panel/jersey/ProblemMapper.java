package dev.npanel.panel.jersey;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.problem.Violation;
import dev.npanel.panel.mount.ProblemAnswer;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The edge: whatever a resource throws ends here as a problem; what nobody foresaw stays in the log, under its incident. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    @Override
    public Response toResponse(Throwable thrown) {
        Optional<HttpException> transport = cause(thrown, HttpException.class);
        if (transport.isPresent()) {
            return response(ProblemAnswer.ofStatus(transport.get().getCode())).build();
        }
        if (cause(thrown, HeaderValueException.class).isPresent()) {
            return response(ProblemAnswer.ofStatus(BAD_REQUEST)).build();
        }
        if (thrown instanceof ParamException parameter) {
            return response(ProblemAnswer.of(violated(parameter))).build();
        }
        if (thrown instanceof ProblemException known) {
            return response(ProblemAnswer.of(known.problem())).build();
        }
        if (thrown instanceof WebApplicationException http
                && isForClient(http.getResponse().getStatus())) {
            Object allow = http.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
            return response(ProblemAnswer.ofStatus(http.getResponse().getStatus()))
                    .header(HttpHeaders.ALLOW, allow)
                    .build();
        }
        return response(ProblemAnswer.of(incident(thrown))).build();
    }

    private static boolean isForClient(int status) {
        return status < SERVER_ERROR || status == UNAVAILABLE;
    }

    private static Problem violated(ParamException parameter) {
        String field = parameter.getParameterName();
        List<Violation> violations = cause(parameter, ProblemException.class)
                .map(refused -> refused.problem().violations())
                .orElse(List.of(new Violation("", "must be a value of the right type")));
        return Problem.invalid(
                violations.stream().map(each -> each.within(field)).toList());
    }

    private static Problem incident(Throwable thrown) {
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {}", incident, thrown);
        String message = "Something went wrong here. The log has it under the incident's number.";
        return new Problem(ProblemKind.FAILED, "failed", message, List.of(), null, incident);
    }

    private static Response.ResponseBuilder response(ProblemAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).type(ProblemAnswer.MEDIA_TYPE).entity(answer);
        answer.headers().forEach(response::header);
        return response;
    }

    private static <T> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.<Throwable>iterate(thrown, each -> each != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
