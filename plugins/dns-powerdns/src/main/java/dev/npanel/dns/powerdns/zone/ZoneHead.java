package dev.npanel.dns.powerdns.zone;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneType;
import java.util.Locale;
import java.util.Set;

/**
 * A zone without its records.
 *
 * @param kind {@code Native}, {@code Master}, {@code Slave}, {@code Producer} or {@code Consumer}
 * @param serial as it is served
 * @param signed whether it has keys
 * @param soaEdit how the served serial differs from the kept one
 * @param soaEditApi how the API raises the serial; empty when it does not
 * @param rectified whether PowerDNS rectifies the zone with every change, see {@link Rectifying}
 * @param nsec3 the NSEC3PARAM, or empty for NSEC
 */
public record ZoneHead(
        DomainName zone,
        String kind,
        long serial,
        boolean signed,
        String account,
        String soaEdit,
        String soaEditApi,
        boolean rectified,
        String nsec3) {
    private static final Set<String> OURS = Set.of("native", "master");

    /** Whether this server is where the zone is changed. */
    public boolean isChangedHere() {
        return OURS.contains(kind.toLowerCase(Locale.ROOT));
    }

    /** What the contract tells of it. */
    public ZoneInfo info() {
        ZoneType type = kind.equalsIgnoreCase("master") ? ZoneType.PRIMARY : ZoneType.NATIVE;
        return new ZoneInfo(zone, zone.unicode(), type, serial, signed);
    }

    /** PowerDNS's word for a type of the contract. */
    public static String kind(ZoneType type) {
        return type == ZoneType.PRIMARY ? "Master" : "Native";
    }
}
