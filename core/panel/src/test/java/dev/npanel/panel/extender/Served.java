package dev.npanel.panel.extender;

import dev.npanel.panel.jersey.Application;
import dev.npanel.panel.mount.MountedBundle;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;

/** Resources behind the API's handler on a real Jetty. */
final class Served implements AutoCloseable {
    final Routes routes = new Routes();
    final Doorkeeper guard = new Doorkeeper(Set.of("thing.get", "thing.create"));
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    Served() throws Exception {
        this(true);
    }

    /** @param started whether all that was installed when the panel started is there */
    Served(boolean started) throws Exception {
        if (started) {
            routes.complete();
        }
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new EagerContentHandler(new ApiHandler(routes, guard)));
        server.start();
    }

    void mount(long bundle, Resource... resources) {
        Inspection inspection = Inspection.of(List.of(resources));
        MountedBundle described =
                new MountedBundle(bundle, "bundle" + bundle, "1", inspection.operations(), inspection.refusals());
        routes.put(new Mount(
                described,
                new Application(List.of(resources), inspection.operations(), new StartGuard(guard, routes))));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
    }

    HttpRequest.Builder byAlice(String path) {
        return request(path).header("Authorization", "Bearer alice");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception notStopped) {
            throw new IOException(notStopped);
        }
    }
}
