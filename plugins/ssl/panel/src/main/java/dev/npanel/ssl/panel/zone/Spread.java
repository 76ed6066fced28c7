package dev.npanel.ssl.panel.zone;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.panel.outside.Looked;
import dev.npanel.ssl.panel.outside.Looked.Kind;
import dev.npanel.ssl.panel.outside.NameLookup;
import dev.npanel.ssl.panel.outside.Reach;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Whether a new record is with the name servers that an authority will ask: those that the zone itself names. Thread-safe. */
@Component(service = Spread.class)
public final class Spread {
    private static final int DNS = 53;
    private static final int MOST = 8;

    private final Zones zones;
    private final NameLookup names;
    private final Reach reach;

    @Activate
    public Spread(@Reference Zones zones, @Reference NameLookup names, @Reference Reach reach) {
        this.zones = zones;
        this.names = names;
        this.reach = reach;
    }

    /** Whether those name servers that answer all have this text at a name of the domain's zone; where the zone's name servers are not
     * known, whether a resolver has it. */
    public boolean isThere(CallContext context, DomainName domain, String name, String text) {
        List<InetAddress> servers = servers(context, domain);
        if (servers.isEmpty()) {
            return has(names.look(name, Type.TXT, TXTRecord.class), text);
        }
        List<Looked<TXTRecord>> answers = servers.stream()
                .map(server -> names.lookAt(new InetSocketAddress(server, DNS), name, Type.TXT, TXTRecord.class))
                .filter(answer -> answer.kind() != Kind.SILENT)
                .toList();
        return !answers.isEmpty() && answers.stream().allMatch(answer -> has(answer, text));
    }

    private List<InetAddress> servers(CallContext context, DomainName domain) {
        Optional<DomainName> zone = zones.find(context, domain);
        return zone
                .map(in -> zones.records(context, in, new RecordName(in.text()), RecordType.NS))
                .orElse(List.of())
                .stream()
                .flatMap(record -> names.addresses(record.content()).stream())
                .filter(reach::admits)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static boolean has(Looked<TXTRecord> looked, String text) {
        return looked.records().stream()
                .anyMatch(record -> String.join("", record.getStrings()).equals(text));
    }
}
