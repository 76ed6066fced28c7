package dev.npanel.panel.http;

import dev.npanel.panel.extender.ApiHandler;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The panel's web server. Under overload requests wait without a thread, for a while; then they are answered 503 with
 * {@code Retry-After}. When it stops, what is being answered is finished first.
 */
@Component(immediate = true, service = HttpsServer.class)
public final class HttpsServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpsServer.class);
    private static final int LEAST_THREADS = 4;
    private static final int THREADS = 48;
    private static final int AT_ONCE = 32;
    private static final int WAITING = 1024;
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration IDLE_THREAD = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(8);
    static final int CONNECTIONS = 1024;
    private static final int POOLED_BYTES = 4 * 1024 * 1024;

    private final Server server;

    @Activate
    public HttpsServer(BundleContext context, @Reference ApiHandler api) throws Exception {
        this(HttpSettings.of(context), api);
    }

    HttpsServer(HttpSettings settings, Handler api) throws Exception {
        Listener.learnHttp2();
        server = new Server(threads(), new ScheduledExecutorScheduler("timer", true), buffers());
        server.addConnector(Listener.on(server, settings));
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setErrorHandler(new ErrorAnswers());
        server.setHandler(new GracefulHandler(Bodies.of(overload(new SizeLimitHandler(Bodies.MOST_BYTES, -1), api))));
        server.setStopTimeout(STOP.toMillis());
        server.start();
        LOG.info("listening on {} port {}", settings.host() == null ? "all addresses," : settings.host(), port());
    }

    /** The port it listens on. */
    int port() {
        return ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Deactivate
    void close() throws Exception {
        try {
            server.stop();
        } catch (TimeoutException unfinished) {
            LOG.info("stopped, and cut off what took longer than {}", STOP);
        }
    }

    private static Handler overload(SizeLimitHandler size, Handler api) {
        size.setHandler(api);
        // a stream of events stays open without a thread and must not count as work
        return new Places(new Places.Limits(AT_ONCE, WAITING, WAIT), HttpsServer::isEventStream, size);
    }

    private static boolean isEventStream(Request request) {
        return request.getHeaders().contains(HttpHeader.ACCEPT, "text/event-stream");
    }

    private static QueuedThreadPool threads() {
        // its queue has no bound of its own: the limits on connections, streams and waiting requests are its bound
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, LEAST_THREADS, (int) IDLE_THREAD.toMillis());
        threads.setName("http");
        threads.setDaemon(true);
        return threads;
    }

    private static ArrayByteBufferPool buffers() {
        return new ArrayByteBufferPool(0, -1, -1, Integer.MAX_VALUE, POOLED_BYTES, POOLED_BYTES);
    }
}
