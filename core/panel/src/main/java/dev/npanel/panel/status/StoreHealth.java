package dev.npanel.panel.status;

import dev.npanel.panel.health.Health;
import dev.npanel.panel.health.HealthCheck;
import dev.npanel.panel.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the store can be read. */
@Component
public final class StoreHealth implements HealthCheck {
    private final Store store;

    @Activate
    public StoreHealth(@Reference Store store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public Health check() {
        long version = store.read(sql -> sql.number("SELECT max(number) FROM migration"));
        return Health.up("schema version " + version);
    }
}
