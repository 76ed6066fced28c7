package dev.npanel.panel.http;

import dev.npanel.panel.extender.Routes;
import dev.npanel.panel.mount.Serving;
import java.util.concurrent.CompletableFuture;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Registers {@link Serving} once the listener is open and all resources are mounted: the core's own, and the plugins'. */
@Component(
        immediate = true,
        service = {})
public final class Announcement {
    private final CompletableFuture<ServiceRegistration<Serving>> registration;

    @Activate
    public Announcement(BundleContext context, @Reference HttpsServer open, @Reference Routes routes) {
        this.registration = routes.whenSettled(context.getBundle().getBundleId())
                .thenCompose(core -> routes.whenComplete())
                .thenApply(mounted -> context.registerService(Serving.class, new Serving() {}, null))
                .toCompletableFuture();
    }

    @Deactivate
    void close() {
        if (registration.isDone()) {
            registration.join().unregister();
        } else {
            registration.cancel(false);
        }
    }
}
