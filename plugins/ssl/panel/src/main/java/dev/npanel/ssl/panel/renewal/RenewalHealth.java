package dev.npanel.ssl.panel.renewal;

import dev.npanel.panel.health.Health;
import dev.npanel.panel.health.HealthCheck;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells administrators of renewals that fail, as soon as the first does: a third of the lifetime before it is too late. */
@Component(service = HealthCheck.class)
public final class RenewalHealth implements HealthCheck {
    private static final int NAMED = 5;

    private final Renewals renewals;

    @Activate
    public RenewalHealth(@Reference Renewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public Health check() {
        List<String> failing = renewals.all().stream()
                .filter(each -> each.failures() > 0)
                .map(each -> each.id().text())
                .toList();
        if (failing.isEmpty()) {
            return Health.up("no renewal fails");
        }
        String named = String.join(", ", failing.subList(0, Math.min(NAMED, failing.size())));
        return Health.degraded(failing.size() + " certificates are not renewed: " + named);
    }
}
