package dev.npanel.dns.bind.carry;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.dns.backend.carry.Carriage;
import dev.npanel.dns.backend.carry.Quarters;
import dev.npanel.dns.bind.key.CarriedKeys;
import dev.npanel.dns.bind.serving.BindNameServer;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.bind.zone.Arrivals;
import dev.npanel.dns.carry.CarriedZone;
import dev.npanel.dns.carry.Place;
import java.net.InetSocketAddress;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Zones that come to named and go. It always answers on a port of the loopback for the agent, and in addition on port 53 when it
 * serves: told to read its configuration again it takes port 53, and drops no zone for it.
 */
@Component(service = Carriage.class)
public final class BindCarriage implements Carriage {
    private static final String ALWAYS = "listen-on port 1053 { 127.0.0.1; };\n";
    private static final String NEVER = "listen-on-v6 { none; };\n";
    private static final Quarters QUARTERS = new Quarters(
            new AbsolutePath("/etc/bind/npanel.listen"),
            "named.service",
            true,
            Map.of(
                    Place.SERVING,
                    "// by nPanel: named serves\n" + ALWAYS + "listen-on { any; };\nlisten-on-v6 { any; };\n",
                    Place.STANDBY,
                    "// by nPanel: named waits\n" + ALWAYS + NEVER,
                    Place.RESTING,
                    "// by nPanel: named rests\n" + ALWAYS + NEVER));

    private final Named named;
    private final Arrivals arrivals;
    private final CarriedKeys keys;

    @Activate
    public BindCarriage(@Reference Named named, @Reference Arrivals arrivals, @Reference CarriedKeys keys) {
        this.named = named;
        this.arrivals = arrivals;
        this.keys = keys;
    }

    @Override
    public String server() {
        return "bind";
    }

    @Override
    public InetSocketAddress address() {
        return named.address();
    }

    @Override
    public Quarters quarters() {
        return QUARTERS;
    }

    @Override
    public Map<Integer, Secret> secrets(DomainName zone) {
        return keys.secrets(zone);
    }

    @Override
    public void make(CarriedZone zone, Map<Integer, Secret> secrets) {
        arrivals.make(zone.zone(), BindNameServer.state(zone.zone(), zone.type(), zone.soa(), zone.sets()));
        keys.take(zone, secrets);
    }

    @Override
    public void note(DomainName zone, String roll) {
        arrivals.note(zone, roll);
    }

    @Override
    public void remove(DomainName zone) {
        arrivals.remove(zone);
    }
}
