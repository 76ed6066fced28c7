package dev.npanel.panel.extender;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.IpText;
import dev.npanel.panel.jersey.Application;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.mount.ProblemAnswer;
import dev.npanel.panel.mount.ProblemWriter;
import dev.npanel.panel.mount.RequestGuard;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives each request to the bundle that owns the first segment below {@code /api}. Only the methods that REST resources have come
 * this far. Thread-safe.
 */
@Component(service = ApiHandler.class)
public final class ApiHandler extends Handler.Abstract {
    /** The header that names the request, for whoever asks about it. */
    static final String REQUEST_ID = "NPanel-Request";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final String API = "/api/";
    private static final Pattern PATH = Pattern.compile("/api/([a-z][a-z0-9.-]*)(/.*)?");
    private static final int ID_BYTES = 8;

    private final Routes routes;
    private final RequestGuard guard;
    private final ProblemWriter problems = new ProblemWriter();
    private final SecureRandom random = new SecureRandom();

    @Activate
    public ApiHandler(@Reference Routes routes, @Reference RequestGuard guard) {
        this.routes = routes;
        this.guard = new StartGuard(guard, routes);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            String id = newId();
            response.getHeaders().put(REQUEST_ID, id);
            if (!METHODS.contains(request.getMethod())) {
                answer(HttpStatus.METHOD_NOT_ALLOWED_405, response, callback);
            } else if (!path(request).startsWith(API)) {
                answer(HttpStatus.NOT_FOUND_404, response, callback);
            } else {
                answer(guarded(id, request), request, response, callback);
            }
        } catch (ProblemException refused) {
            problems.write(ProblemAnswer.of(refused.problem()), response, callback);
        }
        return true;
    }

    private void answer(GuardedRequest guarded, Request request, Response response, Callback callback) {
        Application application = application(request);
        if (application == null || !application.handle(guarded, request, response, callback)) {
            // strangers do not learn which plugins there are
            guard.admitUnmatched(guarded);
            answer(HttpStatus.NOT_FOUND_404, response, callback);
        }
    }

    private @Nullable Application application(Request request) {
        var matcher = PATH.matcher(path(request));
        return matcher.matches() ? routes.serving(matcher.group(1)) : null;
    }

    private static String path(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    private void answer(int status, Response response, Callback callback) {
        problems.write(ProblemAnswer.ofStatus(status), response, callback);
    }

    private static GuardedRequest guarded(String id, Request request) {
        List<String> credentials = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        if (credentials.size() > 1) {
            throw Problem.invalid("Authorization", "must be given once").asException();
        }
        return new GuardedRequest(
                id,
                peer(request),
                request.getMethod(),
                path(request),
                credentials.isEmpty() ? null : credentials.get(0),
                dryRun(request));
    }

    private static String peer(Request request) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        return peer instanceof InetSocketAddress socket && socket.getAddress() != null
                ? IpText.of(socket.getAddress())
                : Request.getRemoteAddr(request);
    }

    private static boolean dryRun(Request request) {
        List<String> values = Request.extractQueryParameters(request).getValuesOrEmpty(GuardedRequest.DRY_RUN);
        if (values.isEmpty() || values.equals(List.of("false"))) {
            return false;
        }
        if (values.equals(List.of("true"))) {
            return true;
        }
        throw Problem.invalid(GuardedRequest.DRY_RUN, "must be true or false, once")
                .asException();
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
