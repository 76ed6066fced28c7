package dev.npanel.panel.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/** What the head of a request says of its body. */
final class RequestBody {
    private RequestBody() {}

    static boolean isExpected(Request request) {
        if (request.getLength() >= 0) {
            return request.getLength() > 0;
        }
        // over HTTP/2 a body needs no announcement; nobody reads that of a GET
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                || (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                        && !HttpMethod.GET.is(request.getMethod()));
    }

    /** Whether it is known to have no more bytes than this. */
    static boolean isWithin(long bytes, Request request) {
        return !isExpected(request) || (request.getLength() > 0 && request.getLength() <= bytes);
    }
}
