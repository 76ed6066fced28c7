package dev.npanel.panel.start;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.channel.systemd.Notifier;
import dev.npanel.panel.mount.Serving;
import dev.npanel.panel.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells systemd that the panel is ready, once it answers HTTPS, and from then on that it is alive. A store that is away for the
 * time being is no reason to be restarted; one that does not answer at all is.
 */
@Component(service = Readiness.class, immediate = true)
public final class Readiness implements AutoCloseable {
    private final Notifier notifier = new Notifier(System.getenv());

    @Activate
    public Readiness(@Reference Serving serving, @Reference Store store) {
        notifier.ready();
        notifier.watch(() -> answers(store));
    }

    @Deactivate
    @Override
    public void close() {
        notifier.stopping();
        notifier.close();
    }

    private static boolean answers(Store store) {
        try {
            return store.read(sql -> sql.number("SELECT 1")) == 1;
        } catch (ProblemException away) {
            return true;
        }
    }
}
