package dev.npanel.dns.carry;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * All there is of a zone but the private parts of its keys.
 *
 * @param sets all record sets but the SOA, with the tags that ids are made of
 * @param nsec3 the NSEC3PARAM, or empty for NSEC
 * @param note what was noted of a key roll
 */
public record CarriedZone(
        DomainName zone,
        ZoneType type,
        Soa soa,
        List<RecordSet> sets,
        String nsec3,
        Optional<String> note,
        List<CarriedKey> keys) {

    public CarriedZone {
        sets = sets.stream()
                .sorted(Comparator.comparing((RecordSet set) -> set.name().absolute())
                        .thenComparing(set -> set.type().name()))
                .toList();
        keys = keys.stream().sorted(Comparator.comparing(CarriedKey::tag)).toList();
    }

    /**
     * A digest of all of it but the serial, 64 hexadecimal digits: the same on both servers when nothing was lost on the way, and
     * another one when anything has changed.
     */
    public String fingerprint() {
        StringBuilder text = new StringBuilder();
        text.append(zone).append('\n').append(type).append('\n');
        text.append(soa.withSerial(0).content()).append(' ').append(soa.ttl()).append('\n');
        for (RecordSet set : sets) {
            text.append(set.name().absolute()).append(' ').append(set.type()).append(' ');
            text.append(set.ttl()).append('\n');
            set.entries()
                    .forEach(entry -> text.append(entry.tag())
                            .append(' ')
                            .append(entry.content())
                            .append('\n'));
        }
        text.append(nsec3).append('\n').append(note.orElse("")).append('\n');
        keys.forEach(key -> text.append(key).append('\n'));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
