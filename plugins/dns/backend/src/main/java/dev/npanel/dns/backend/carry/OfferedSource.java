package dev.npanel.dns.backend.carry;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.dns.carry.CarriedZone;
import dev.npanel.dns.carry.ZoneSource;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The backend's zones as the other carriers see them. A service of this one type alone: one that is also registered under a class that
 * every carrier has for itself is hidden from the others.
 */
@Component(service = ZoneSource.class)
public final class OfferedSource implements ZoneSource {
    private final CarriedSource source;

    @Activate
    public OfferedSource(@Reference CarriedSource source) {
        this.source = source;
    }

    @Override
    public String server() {
        return source.server();
    }

    @Override
    public InetSocketAddress address() {
        return source.address();
    }

    @Override
    public Optional<CarriedZone> zone(DomainName zone) {
        return source.zone(zone);
    }

    @Override
    public Map<Integer, Secret> secrets(DomainName zone) {
        return source.secrets(zone);
    }
}
