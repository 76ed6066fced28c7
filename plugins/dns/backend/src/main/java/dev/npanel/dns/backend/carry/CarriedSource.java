package dev.npanel.dns.backend.carry;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.dns.backend.dnssec.CarriedRoll;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.backend.key.KeyServer;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.carry.CarriedKey;
import dev.npanel.dns.carry.CarriedZone;
import dev.npanel.dns.carry.ZoneSource;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneReport.Finding;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The zones of the backend's name server, to be carried away. */
@Component(service = CarriedSource.class)
public final class CarriedSource implements ZoneSource {
    private final NameServer names;
    private final KeyServer keys;
    private final Carriage carriage;

    @Activate
    public CarriedSource(@Reference NameServer names, @Reference KeyServer keys, @Reference Carriage carriage) {
        this.names = names;
        this.keys = keys;
        this.carriage = carriage;
    }

    @Override
    public String server() {
        return carriage.server();
    }

    @Override
    public InetSocketAddress address() {
        return carriage.address();
    }

    @Override
    public Optional<CarriedZone> zone(DomainName zone) {
        return unlessGone(() -> names.zone(zone).filter(Zone::isChangedHere).map(this::whole));
    }

    @Override
    public Map<Integer, Secret> secrets(DomainName zone) {
        return carriage.secrets(zone);
    }

    /** Another text whenever the zone is another one by what this server does; empty when it has gone since. */
    Optional<String> version(ZoneInfo info) {
        String version = info.type() + " " + info.serial();
        return info.signed() ? unlessGone(() -> Optional.of(version + " " + keys(info.zone()))) : Optional.of(version);
    }

    /** What is found, unless the zone is deleted while it is looked at. */
    private static <T> Optional<T> unlessGone(Supplier<Optional<T>> look) {
        try {
            return look.get();
        } catch (ProblemException gone) {
            if (gone.problem().kind() != ProblemKind.NOT_FOUND) {
                throw gone;
            }
            return Optional.empty();
        }
    }

    private String keys(DomainName zone) {
        KeyServer.Signed signed = keys.signed(zone);
        return signed.nsec3() + " " + signed.note().orElse("") + " "
                + signed.keys().stream().map(HeldKey::state).toList();
    }

    /** What is to be noted here of a roll that began elsewhere. */
    String roll(DomainName zone, String neutral) {
        return CarriedRoll.of(neutral, keys.signed(zone).keys());
    }

    private CarriedZone whole(Zone zone) {
        DomainName name = zone.info().zone();
        List<Finding> hidden = zone.hidden();
        if (!hidden.isEmpty()) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "dns.carry.not-carried",
                            name + " has what cannot be carried. "
                                    + hidden.get(0).name() + ": "
                                    + hidden.get(0).message())
                    .asException();
        }
        KeyServer.Signed signed = keys.signed(zone);
        return new CarriedZone(
                name,
                zone.info().type(),
                zone.soa(),
                zone.sets(),
                signed.nsec3(),
                signed.keys().isEmpty() ? Optional.empty() : signed.note().map(CarriedRoll::neutral),
                signed.keys().stream().map(CarriedSource::carried).toList());
    }

    private static CarriedKey carried(HeldKey key) {
        String dnskey = key.dnskey().flags() + " " + key.dnskey().protocol() + " "
                + key.dnskey().algorithm() + " " + key.dnskey().publicKey();
        return new CarriedKey(key.tag(), key.role(), dnskey, key.active(), key.published());
    }
}
