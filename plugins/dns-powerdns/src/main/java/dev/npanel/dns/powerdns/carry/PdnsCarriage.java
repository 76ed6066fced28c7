package dev.npanel.dns.powerdns.carry;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.dns.backend.carry.Carriage;
import dev.npanel.dns.backend.carry.Quarters;
import dev.npanel.dns.carry.CarriedZone;
import dev.npanel.dns.carry.Place;
import dev.npanel.dns.powerdns.key.CarriedKeys;
import dev.npanel.dns.powerdns.serving.PdnsNameServer;
import dev.npanel.dns.powerdns.zone.Arrivals;
import java.net.InetSocketAddress;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Zones that come to PowerDNS and go. It listens elsewhere only when it is started again, which takes some tenths of a second. */
@Component(service = Carriage.class)
public final class PdnsCarriage implements Carriage {
    private static final String LOOPBACK = "local-address=127.0.0.1\nlocal-port=1054\n";
    private static final Quarters QUARTERS = new Quarters(
            new AbsolutePath("/etc/powerdns/pdns.d/npanel-listen.conf"),
            "pdns.service",
            false,
            Map.of(
                    Place.SERVING,
                    "# by nPanel: PowerDNS serves, on the addresses that its other settings say\n",
                    Place.STANDBY,
                    "# by nPanel: PowerDNS waits\n" + LOOPBACK,
                    Place.RESTING,
                    "# by nPanel: PowerDNS rests\n" + LOOPBACK));

    private final Arrivals arrivals;
    private final CarriedKeys keys;
    private final Doors doors;

    @Activate
    public PdnsCarriage(@Reference Arrivals arrivals, @Reference CarriedKeys keys) {
        this(arrivals, keys, Doors.of(System.getenv(), QUARTERS.file()));
    }

    public PdnsCarriage(Arrivals arrivals, CarriedKeys keys, Doors doors) {
        this.arrivals = arrivals;
        this.keys = keys;
        this.doors = doors;
    }

    @Override
    public String server() {
        return "powerdns";
    }

    @Override
    public InetSocketAddress address() {
        return doors.open();
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
        arrivals.make(zone.zone(), PdnsNameServer.state(zone.zone(), zone.type(), zone.soa(), zone.sets()));
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
