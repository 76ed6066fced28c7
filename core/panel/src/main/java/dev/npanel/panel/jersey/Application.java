package dev.npanel.panel.jersey;

import dev.npanel.api.problem.Problem;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.mount.Operation;
import dev.npanel.panel.mount.RequestGuard;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.media.sse.SseFeature;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.glassfish.jersey.message.internal.MediaTypes;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/**
 * The resources of one bundle, ready to answer. Thread-safe. Once retired it takes nothing new, ends what is suspended (event
 * streams, asynchronous answers), lets what is being worked on finish, and then gives up all it holds.
 */
public final class Application {
    /** What the resources' {@code @Path} is relative to; the host is a placeholder, for none of our answers names one. */
    private static final URI BASE = URI.create("https://panel.invalid/api/");

    private final ApplicationHandler jersey;
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private volatile boolean retired;

    public Application(Collection<? extends Resource> resources, List<Operation> operations, RequestGuard guard) {
        ResourceConfig config = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
                .register(SseFeature.class)
                .register(new ContextParameters())
                .register(new GuardFilter(guard, operations))
                .register(new StrangerFilter(guard, operations))
                .register(new QueryFilter(operations))
                .register(new BodyFilter())
                .register(new JsonBodies())
                .register(new TextParameters())
                .register(new PlainParameters())
                .register(new ProblemMapper());
        resources.forEach(config::register);
        this.jersey = new ApplicationHandler(config);
    }

    /**
     * Answers the request; false when retired, and then nothing has been done.
     *
     * @throws dev.npanel.api.problem.ProblemException when a header field cannot be read, whoever asks for whatever
     */
    public boolean handle(GuardedRequest guarded, Request request, Response response, Callback callback) {
        ContainerRequest container = container(guarded, request);
        Exchange exchange = new Exchange(request, response, callback, this::closed);
        open.add(exchange);
        if (retired) {
            closed(exchange);
            return false;
        }
        container.setWriter(exchange);
        jersey.handle(container);
        return true;
    }

    private ContainerRequest container(GuardedRequest guarded, Request request) {
        ContainerRequest container = new ContainerRequest(
                BASE,
                BASE.resolve(request.getHttpURI().getPathQuery()),
                request.getMethod(),
                new NoSecurityContext(),
                new MapPropertiesDelegate(),
                jersey.getConfiguration());
        request.getHeaders().forEach(field -> container.header(field.getName(), field.getValue()));
        container.setEntityStream(Content.Source.asInputStream(request));
        container.setProperty(ContextParameters.REQUEST, guarded);
        // Jersey reads them where no exception mapper is asked yet
        readable(
                HttpHeaders.CONTENT_TYPE,
                () -> Optional.ofNullable(container.getMediaType()).ifPresent(MediaTypes::getQuality));
        readable(HttpHeaders.ACCEPT, container::getAcceptableMediaTypes);
        return container;
    }

    private static void readable(String name, Runnable read) {
        try {
            read.run();
        } catch (HeaderValueException | IllegalArgumentException malformed) {
            throw Problem.invalid(name, "must be as in RFC 9110").asException();
        }
    }

    /** Stops serving. */
    public void retire() {
        retired = true;
        open.forEach(Exchange::endIfSuspended);
        giveUpWhenIdle();
    }

    private void closed(Exchange exchange) {
        open.remove(exchange);
        if (retired) {
            giveUpWhenIdle();
        }
    }

    private void giveUpWhenIdle() {
        if (open.isEmpty() && givenUp.compareAndSet(false, true)) {
            jersey.onShutdown(null);
        }
    }
}
