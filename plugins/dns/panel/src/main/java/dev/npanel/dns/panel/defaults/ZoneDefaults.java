package dev.npanel.dns.panel.defaults;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.panel.Violations;
import dev.npanel.dns.panel.template.Placeholders;
import dev.npanel.dns.panel.template.TemplateName;
import dev.npanel.dns.record.RecordContent;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.zone.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What new zones of this server get when nobody says otherwise.
 *
 * @param nameservers at most nine; empty for {@code ns1} and {@code ns2} in the zone itself
 * @param ip the IPv4 address for hosts of the zone, or null for the server's own
 * @param ipv6 the IPv6 address, or null for the server's own
 * @param hostmaster the contact of the zone, or null for {@code hostmaster} in the zone itself
 * @param template the template for zones that name none, or null for {@code default}
 */
public record ZoneDefaults(
        List<DomainName> nameservers,
        @Nullable String ip,
        @Nullable String ipv6,
        @Nullable Contact hostmaster,
        @Nullable TemplateName template) {
    /** What holds until an administrator says otherwise. */
    public static final ZoneDefaults NONE = new ZoneDefaults(List.of(), null, null, null, null);

    private static final RecordName ANY = new RecordName("host.example.com");

    public ZoneDefaults {
        nameservers = List.copyOf(nameservers);
        if (nameservers.size() > Placeholders.MAX_SERVERS) {
            throw Problem.invalid("nameservers", "must have at most " + Placeholders.MAX_SERVERS + " elements")
                    .asException();
        }
        Violations violations = new Violations();
        ip = address(violations, "ip", RecordType.A, ip);
        ipv6 = address(violations, "ipv6", RecordType.AAAA, ipv6);
        violations.throwIfAny();
    }

    private static @Nullable String address(
            Violations violations, String field, RecordType type, @Nullable String address) {
        if (address == null) {
            return null;
        }
        return violations.check("", () -> address(field, type, address)).orElse(null);
    }

    private static String address(String field, RecordType type, String address) {
        try {
            return RecordContent.canonical(ANY, type, address);
        } catch (ProblemException wrong) {
            throw Problem.invalid(field, "must be an address, such as " + type.example())
                    .asException();
        }
    }
}
