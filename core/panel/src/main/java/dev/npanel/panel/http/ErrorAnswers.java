package dev.npanel.panel.http;

import dev.npanel.panel.mount.ProblemAnswer;
import dev.npanel.panel.mount.ProblemWriter;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses (too large, too many, not HTTP) looks like any other problem and tells nothing else. */
final class ErrorAnswers implements Request.Handler {
    private static final int LEAST_ERROR = 400;
    private static final int FAILED = 500;

    private final ProblemWriter problems = new ProblemWriter();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // what is not even HTTP has not passed the customizers
        SecurityHeaders.put(response.getHeaders());
        int status = response.getStatus() < LEAST_ERROR ? FAILED : response.getStatus();
        problems.write(ProblemAnswer.ofStatus(status), response, callback);
        return true;
    }
}
