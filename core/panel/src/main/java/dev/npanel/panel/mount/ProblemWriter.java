package dev.npanel.panel.mount;

import dev.npanel.channel.json.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes problems where no resource is involved. Thread-safe. */
public final class ProblemWriter {
    private final Json json = Json.rest();

    /** Ends the exchange with this problem. */
    public void write(ProblemAnswer answer, Response response, Callback callback) {
        byte[] body = json.write(answer.body());
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemAnswer.MEDIA_TYPE);
        answer.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
