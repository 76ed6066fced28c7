package dev.npanel.dns.panel.zone;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.panel.Violations;
import dev.npanel.dns.panel.defaults.ZoneDefaults;
import dev.npanel.dns.panel.record.NewRecord;
import dev.npanel.dns.panel.template.Placeholders;
import dev.npanel.dns.panel.template.ServerAddresses;
import dev.npanel.dns.panel.template.ZoneTemplate;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.Contact;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the agent's request for a new zone from a person's wish, a template and the server's defaults. Immutable. */
final class ZoneDraft {
    private final NewZone wanted;
    private final DomainName zone;
    private final RecordName apex;
    private final List<DomainName> nameservers;
    private final Contact hostmaster;
    private final ServerAddresses addresses;
    private final long serial;

    /** @param serial unless the wish or the template says another */
    ZoneDraft(NewZone wanted, ZoneDefaults defaults, ServerAddresses addresses, long serial) {
        this.wanted = wanted;
        this.serial = serial;
        this.zone = wanted.domain();
        this.apex = RecordName.apex(zone);
        this.nameservers = !wanted.nameservers().isEmpty()
                ? wanted.nameservers()
                : !defaults.nameservers().isEmpty()
                        ? defaults.nameservers()
                        : List.of(new DomainName("ns1." + zone), new DomainName("ns2." + zone));
        this.hostmaster = defaults.hostmaster() == null ? new Contact("hostmaster." + zone) : defaults.hostmaster();
        this.addresses = addresses;
    }

    /** @param template what the zone is made of, or null for the wanted records and name servers alone */
    CreateZone with(@Nullable ZoneTemplate template) {
        List<ResourceRecord> own = wantedRecords();
        List<ResourceRecord> records = new ArrayList<>(own);
        if (template != null) {
            template.expand(zone, Placeholders.of(zone, nameservers, hostmaster, addresses)).stream()
                    .filter(record -> !isServer(record) || wanted.nameservers().isEmpty())
                    .filter(record -> own.stream().noneMatch(each -> replaces(each, record)))
                    .forEach(records::add);
        }
        if (!wanted.nameservers().isEmpty() || records.stream().noneMatch(this::isServer)) {
            nameservers.forEach(server -> addOnce(records, record(apex, RecordType.NS, server + ".")));
        }
        addAddressesOfServers(records);
        return new CreateZone(
                zone, wanted.type() == null ? ZoneType.NATIVE : wanted.type(), soa(template, records), records);
    }

    private List<ResourceRecord> wantedRecords() {
        Violations violations = new Violations();
        List<ResourceRecord> records = new ArrayList<>();
        for (int index = 0; index < wanted.records().size(); index++) {
            wanted.records()
                    .get(index)
                    .in(zone, "records[" + index + "]", violations)
                    .ifPresent(records::add);
        }
        violations.throwIfAny();
        return records;
    }

    /** A name server in the zone is found by its address in the zone; when nobody says another, it is this server. */
    private void addAddressesOfServers(List<ResourceRecord> records) {
        List<RecordName> inside = records.stream()
                .filter(this::isServer)
                .map(record -> new RecordName(record.content()))
                .filter(server -> server.isWithin(zone))
                .filter(server ->
                        records.stream().noneMatch(record -> record.name().equals(server) && isAddress(record)))
                .toList();
        for (RecordName server : inside) {
            Optional.ofNullable(addresses.ip()).ifPresent(ip -> records.add(record(server, RecordType.A, ip)));
            Optional.ofNullable(addresses.ipv6()).ifPresent(ip -> records.add(record(server, RecordType.AAAA, ip)));
        }
    }

    private Soa soa(@Nullable ZoneTemplate template, List<ResourceRecord> records) {
        RecordName primary = records.stream()
                .filter(this::isServer)
                .findFirst()
                .map(record -> new RecordName(record.content()))
                .orElse(apex);
        Soa usual = Soa.of(zone, primary);
        Soa soa = new Soa(
                primary,
                hostmaster,
                serial,
                usual.refresh(),
                usual.retry(),
                usual.expire(),
                usual.minimum(),
                usual.ttl());
        Soa made = template == null || template.soa() == null
                ? soa
                : template.soa().over(soa);
        return wanted.soa() == null ? made : wanted.soa().over(made);
    }

    private boolean isServer(ResourceRecord record) {
        return record.type() == RecordType.NS && record.name().equals(apex);
    }

    private static boolean isAddress(ResourceRecord record) {
        return record.type() == RecordType.A || record.type() == RecordType.AAAA;
    }

    private static boolean replaces(ResourceRecord own, ResourceRecord other) {
        return own.name().equals(other.name())
                && (own.type() == other.type() || own.type() == RecordType.CNAME || other.type() == RecordType.CNAME);
    }

    private static void addOnce(List<ResourceRecord> records, ResourceRecord record) {
        if (records.stream()
                .noneMatch(each -> each.name().equals(record.name())
                        && each.type() == record.type()
                        && each.content().equals(record.content()))) {
            records.add(record);
        }
    }

    private static ResourceRecord record(RecordName name, RecordType type, String content) {
        return new ResourceRecord(name, type, NewRecord.USUAL_TTL, content);
    }
}
