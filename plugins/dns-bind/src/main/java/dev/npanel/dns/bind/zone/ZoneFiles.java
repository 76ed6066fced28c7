package dev.npanel.dns.bind.zone;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.bind.wire.Reply;
import dev.npanel.dns.edit.Serial;
import dev.npanel.dns.zone.ZoneType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives zones to named as a whole, in files: new ones, and what is too much for an update. Callers take the zone's turn.
 * Thread-safe.
 */
@Component(service = ZoneFiles.class)
public final class ZoneFiles {
    private static final System.Logger LOG = System.getLogger(ZoneFiles.class.getName());
    private static final RetryPolicy<Boolean> SOON = RetryPolicy.<Boolean>builder()
            .handleResult(false)
            .withBackoff(Duration.ofMillis(2), Duration.ofMillis(100))
            .withMaxAttempts(-1)
            .withMaxDuration(Duration.ofSeconds(15))
            .build();

    private final Named named;
    private final Zones zones;

    @Activate
    public ZoneFiles(@Reference Named named, @Reference Zones zones) {
        this.named = named;
        this.zones = zones;
    }

    /** Makes a zone and returns when it is served. */
    void create(DomainName zone, ZoneType type, Collection<Rrset> sets, ZoneNotes notes, long serial) {
        ZoneFolder folder = zones.folder(zone);
        try {
            folder.create();
            folder.writeZone(text(sets, serial));
            folder.write(notes);
        } catch (IOException failed) {
            throw Away.because(failed);
        }
        Reply reply = named.control("addzone \"" + zone + "\" " + settings(folder, type));
        if (!reply.isGood()) {
            end(zone);
            throw reply.says("exists") ? Served.exists() : refused(reply);
        }
        await(() -> serves(zone, serial));
    }

    /** Ends a zone; nothing to do when there is none. */
    void delete(DomainName zone) {
        if (!zones.folder(zone).exists()) {
            return;
        }
        Reply reply = named.control("delzone \"" + zone + "\"");
        if (!reply.isGood() && !reply.says("not found") && !reply.says("no matching zone")) {
            throw refused(reply);
        }
        end(zone);
    }

    /** Puts these sets in the place of those that are there, and returns when named serves it. */
    void replace(DomainName zone, Collection<Rrset> sets, long serial) {
        freeze(zone);
        ZoneDoc present = zones.require(zone);
        Map<Place, Rrset> all = new TreeMap<>(present.byPlace());
        sets.forEach(set -> all.put(set.place(), set));
        long next = Serial.raise(present.info().serial(), serial);
        write(zone, all.values(), next);
        thaw(zone, next);
    }

    /** Takes signatures, keys and all else that signing has brought out of the zone, at once. */
    public void unsign(DomainName zone, List<String> keyFiles) {
        freeze(zone);
        ZoneDoc present = zones.require(zone);
        long next = Serial.next(present.info().serial());
        try {
            for (String file : keyFiles) {
                zones.folder(zone).delete(file);
            }
        } catch (IOException failed) {
            throw Away.because(failed);
        }
        write(zone, present.sets(), next);
        thaw(zone, next);
    }

    /** Returns when this is so; a name server that never gets there is away. */
    public void await(BooleanSupplier condition) {
        try {
            if (!Failsafe.with(SOON).get(condition::getAsBoolean)) {
                throw Away.because(new IllegalStateException("named does not get there"));
            }
        } catch (FailsafeException failed) {
            throw Away.because(failed);
        }
    }

    /** Returns when named has written all it has into the file: it does so after it has answered. */
    private void freeze(DomainName zone) {
        Reply reply = named.control("freeze " + zone);
        if (!reply.isGood() && !reply.says("already frozen")) {
            throw refused(reply);
        }
        await(() -> zones.soa(zone)
                .filter(soa -> zones.folder(zone).holds(soa.getSerial()))
                .isPresent());
    }

    private void thaw(DomainName zone, long serial) {
        Reply reply = named.control("thaw " + zone);
        if (!reply.isGood()) {
            throw refused(reply);
        }
        zones.forget(zone);
        await(() -> serves(zone, serial));
    }

    private boolean serves(DomainName zone, long serial) {
        return zones.soa(zone).filter(soa -> soa.getSerial() == serial).isPresent();
    }

    private void write(DomainName zone, Collection<Rrset> sets, long serial) {
        try {
            zones.folder(zone).writeZone(text(sets, serial));
        } catch (IOException failed) {
            throw Away.because(failed);
        }
    }

    private void end(DomainName zone) {
        zones.forget(zone);
        try {
            zones.folder(zone).delete();
        } catch (IOException failed) {
            throw Away.because(failed);
        }
    }

    /** Zones of ours keep our rules, which are checked before; those of named are off. */
    private String settings(ZoneFolder folder, ZoneType type) {
        String key = named.keyName();
        return String.join(
                " ",
                "{ type primary;",
                "file \"" + folder.file() + "\";",
                "allow-update { key \"" + key + "\"; };",
                "allow-transfer { key \"" + key + "\"; npanel-secondaries; };",
                "notify " + (type == ZoneType.PRIMARY ? "yes;" : "no;"),
                "auto-dnssec maintain;",
                "key-directory \"" + folder.path() + "\";",
                "check-names ignore; check-integrity no; check-dup-records ignore; check-mx ignore;",
                "check-mx-cname ignore; check-srv-cname ignore; check-spf ignore; max-zone-ttl unlimited; };");
    }

    private static String text(Collection<Rrset> sets, long serial) {
        List<String> lines = new ArrayList<>();
        for (Rrset set : sets) {
            if (set.place().type().equals(Place.SOA)) {
                lines.add(
                        0,
                        set.place().name() + " " + set.ttl() + " IN SOA "
                                + Rrset.withSerial(set.contents().get(0), serial));
            } else {
                lines.addAll(set.lines());
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static RuntimeException refused(Reply reply) {
        LOG.log(System.Logger.Level.WARNING, "named refuses: {0} {1}", reply.error(), reply.text());
        return Problem.of(ProblemKind.FAILED, "dns.backend.refused", "The name server refuses the zone.")
                .asException();
    }
}
