package dev.npanel.dns.powerdns.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.carry.CarriedKey;
import dev.npanel.dns.carry.CarriedZone;
import dev.npanel.dns.powerdns.zone.Zones;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keys with their private parts, which go to another name server or come from one. Thread-safe; keeps nothing. */
@Component(service = CarriedKeys.class)
public final class CarriedKeys {
    private final Zones zones;
    private final Keys keys;

    @Activate
    public CarriedKeys(@Reference Zones zones, @Reference Keys keys) {
        this.zones = zones;
        this.keys = keys;
    }

    /** The private parts by tag. */
    public Map<Integer, Secret> secrets(DomainName zone) {
        Map<Integer, Secret> secrets = new HashMap<>();
        for (HeldKey key : keys.of(zone)) {
            secrets.put(key.tag(), keys.secret(zone, key.id()));
        }
        return secrets;
    }

    /** Gives PowerDNS the keys of a zone that has just come. */
    public void take(CarriedZone zone, Map<Integer, Secret> secrets) {
        if (zone.keys().isEmpty()) {
            return;
        }
        DomainName name = zone.zone();
        for (CarriedKey key : zone.keys()) {
            Secret secret = secrets.get(key.tag());
            if (secret == null) {
                throw Problem.of(
                                ProblemKind.CONFLICT,
                                "dns.carry.key-missing",
                                "The key " + key.tag() + " of " + name + " cannot be read.")
                        .asException();
            }
            keys.create(name, key.role(), key.active(), key.published(), secret);
        }
        if (!zone.nsec3().isEmpty()) {
            zones.set(
                    name,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("nsec3param", zone.nsec3())
                            .put("nsec3narrow", false));
        }
        zones.rectify(name, true);
        zones.rectifyNow(name);
        zones.flush(name);
    }
}
