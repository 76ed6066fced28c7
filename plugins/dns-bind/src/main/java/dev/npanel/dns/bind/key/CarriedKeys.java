package dev.npanel.dns.bind.key;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.dns.backend.key.Dnskey;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.bind.zone.Turns;
import dev.npanel.dns.bind.zone.ZoneFiles;
import dev.npanel.dns.bind.zone.Zones;
import dev.npanel.dns.carry.CarriedKey;
import dev.npanel.dns.carry.CarriedZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keys with their private parts, which go to another name server or come from one. Thread-safe; keeps nothing. */
@Component(service = CarriedKeys.class)
public final class CarriedKeys {
    private final Keys keys;
    private final KeysHandler handler;

    @Activate
    public CarriedKeys(
            @Reference Named named,
            @Reference Zones zones,
            @Reference ZoneFiles files,
            @Reference Keys keys,
            @Reference Turns turns) {
        this.keys = keys;
        this.handler = new KeysHandler(named, zones, files, keys, turns);
    }

    /** The private parts by tag. */
    public Map<Integer, Secret> secrets(DomainName zone) {
        return keys.files(zone).stream()
                .collect(Collectors.toMap(
                        KeyFile::tag, file -> new Secret(String.join("|", file.secret())), (one, other) -> one));
    }

    /** Gives named the keys of a zone that has just come, and returns when it has signed it. */
    public void take(CarriedZone zone, Map<Integer, Secret> secrets) {
        List<KeyFile> files = new ArrayList<>();
        for (CarriedKey key : zone.keys()) {
            Secret secret = secrets.get(key.tag());
            if (secret == null) {
                throw Problem.of(
                                ProblemKind.CONFLICT,
                                "dns.carry.key-missing",
                                "The key " + key.tag() + " of " + zone.zone() + " cannot be read.")
                        .asException();
            }
            List<String> lines = List.of(secret.reveal().split("\\|", -1));
            files.add(new KeyFile(
                    zone.zone(), Dnskey.parse(key.dnskey()), KeyFile.kept(lines), key.active(), key.published()));
        }
        if (!files.isEmpty()) {
            handler.take(zone.zone(), zone.nsec3(), files);
        }
    }
}
