package dev.npanel.ssl.panel.check;

import dev.npanel.api.value.DomainName;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.panel.outside.Looked;
import dev.npanel.ssl.panel.outside.Looked.Kind;
import dev.npanel.ssl.panel.outside.NameLookup;
import dev.npanel.ssl.panel.outside.Reach;
import dev.npanel.ssl.panel.zone.Zones;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Type;

/** Whether an answer over DNS arrives: the zone is on this server, and the world asks this server for it. */
final class ZoneCheck {
    private static final int MOST = 8;

    private final Zones zones;
    private final NameLookup names;
    private final Reach reach;

    ZoneCheck(Zones zones, NameLookup names, Reach reach) {
        this.zones = zones;
        this.names = names;
        this.reach = reach;
    }

    List<Finding> of(CallContext context, DomainName domain) {
        Optional<DomainName> zone = zones.find(context, domain);
        return List.of(zone.map(this::delegation)
                .orElseGet(() -> Finding.failure(
                        "zone", "A wildcard is shown by a record, but no zone of " + domain + " is on this server.")));
    }

    private Finding delegation(DomainName zone) {
        Looked<NSRecord> looked = names.look(zone.text(), Type.NS, NSRecord.class);
        if (looked.kind() == Kind.NO_NAME) {
            return Finding.failure(
                    "zone", "The zone " + zone + " is on this server, but the DNS does not know the name.");
        } else if (looked.kind() == Kind.BROKEN) {
            return Finding.failure("zone", "The name servers of " + zone + " answer with an error (SERVFAIL).");
        } else if (looked.records().isEmpty()) {
            return Finding.warning("zone", "To which name servers " + zone + " is delegated could not be seen.");
        }
        List<String> servers = looked.records().stream()
                .map(record -> record.getTarget().toString(true))
                .limit(MOST)
                .toList();
        Set<InetAddress> own = reach.own();
        boolean here = servers.stream()
                .flatMap(server -> names.addresses(server).stream())
                .anyMatch(own::contains);
        return here
                ? Finding.ok("zone", "The zone " + zone + " is delegated to this server.")
                : Finding.warning(
                        "zone",
                        "The zone " + zone + " is delegated to " + String.join(", ", servers)
                                + ", of which none has an address of this server's own.");
    }
}
