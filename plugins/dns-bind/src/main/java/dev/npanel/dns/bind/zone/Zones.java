package dev.npanel.dns.bind.zone;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.record.Changes;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneType;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferIn;

/**
 * Reads the zones of named. Thread-safe. Of the zones that were read last it remembers what they had, and asks named only for
 * what has changed since that serial: every change of named's raises it.
 */
@Component(service = Zones.class)
public final class Zones {
    private static final int REMEMBERED = 16;
    private static final int AT_ONCE = 100;
    private static final Set<String> HIDDEN_TYPES = Set.of("DNSKEY", "NSEC3PARAM", "CDS", "CDNSKEY");

    private final Named named;
    private final Map<DomainName, SoftReference<Snapshot>> remembered = new LinkedHashMap<>();

    @Activate
    public Zones(@Reference Named named) {
        this.named = named;
    }

    /** The folder of a zone, whether there is one or not. */
    public ZoneFolder folder(DomainName zone) {
        return new ZoneFolder(named.zones(), zone.text());
    }

    /** What the contract tells of a zone. */
    public Optional<ZoneInfo> info(DomainName zone) {
        return infos(List.of(zone)).stream().findFirst();
    }

    /** The zones that were made here and are served, in the order of their names, the first {@code most}. */
    public List<ZoneInfo> infos(Predicate<DomainName> wanted, int most) {
        List<DomainName> names = names().stream().filter(wanted).sorted().toList();
        List<ZoneInfo> infos = new ArrayList<>();
        int asked = 0;
        while (asked < names.size() && infos.size() < most) {
            int next = Math.min(names.size(), asked + Math.min(AT_ONCE, most - infos.size()));
            infos.addAll(infos(names.subList(asked, next)));
            asked = next;
        }
        return infos;
    }

    /** Of those of the zones that are served. */
    private List<ZoneInfo> infos(List<DomainName> zones) {
        zones.forEach(named::settle);
        List<Message> answers = named.ask(zones.stream().map(Zones::soaQuery).toList());
        List<ZoneInfo> infos = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            DomainName zone = zones.get(i);
            soa(answers.get(i)).ifPresent(soa -> infos.add(info(zone, soa.getSerial(), hasKeys(zone))));
        }
        return infos;
    }

    /** The zones that were made here, in no order. */
    public List<DomainName> names() {
        try (Stream<Path> folders = Files.list(named.zones())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .flatMap(Zones::zoneName)
                    .filter(zone -> folder(zone).exists())
                    .toList();
        } catch (IOException unreadable) {
            throw Away.because(unreadable);
        }
    }

    /** A zone with all its records. */
    public Optional<ZoneDoc> find(DomainName zone) {
        return snapshot(zone).map(snapshot -> doc(zone, snapshot, place -> true));
    }

    /** A zone with every record set of these names and the SOA; all of it when they are many. */
    public Optional<ZoneDoc> find(DomainName zone, Set<RecordName> names) {
        if (!Changes.areFew(names)) {
            return find(zone);
        }
        Set<String> wanted = names.stream().map(RecordName::absolute).collect(Collectors.toSet());
        return snapshot(zone).map(snapshot -> doc(zone, snapshot, place -> wanted.contains(place.name())));
    }

    /** A zone that was made here. */
    public ZoneDoc require(DomainName zone) {
        ZoneDoc doc = find(zone).orElseThrow(() -> Served.unknown());
        if (!doc.ours()) {
            throw Served.secondary();
        }
        return doc;
    }

    /** What was noted of the last key roll of a zone. */
    public Optional<String> roll(DomainName zone) {
        return folder(zone).notes().flatMap(ZoneNotes::roll);
    }

    /** DNSKEY or NSEC3PARAM records, as they are served. */
    public List<Record> signing(DomainName zone, int type) {
        return snapshot(zone).map(snapshot -> snapshot.signing(type)).orElse(List.of());
    }

    /** What named serves of a zone now; empty when it has no such zone, or does not give it to us. */
    Optional<Snapshot> snapshot(DomainName zone) {
        if (!folder(zone).exists() && soa(zone).isEmpty()) {
            return Optional.empty();
        }
        Optional<Snapshot> known = known(zone);
        Optional<Snapshot> now =
                named.transfer(zone, known.map(Snapshot::serial)).map(transfer -> after(known, transfer));
        now.ifPresent(snapshot -> remember(zone, snapshot));
        return now;
    }

    /** The SOA that named serves for itself. */
    Optional<SOARecord> soa(DomainName zone) {
        return soa(named.ask(soaQuery(zone)));
    }

    private static Message soaQuery(DomainName zone) {
        Message query = Message.newQuery(Record.newRecord(Named.name(zone), Type.SOA, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        return query;
    }

    private static Optional<SOARecord> soa(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(record ->
                        record instanceof SOARecord && answer.getHeader().getFlag(Flags.AA))
                .map(SOARecord.class::cast)
                .findFirst();
    }

    private static Snapshot after(Optional<Snapshot> known, ZoneTransferIn transfer) {
        if (transfer.isAXFR()) {
            return Snapshot.of(transfer.getAXFR());
        }
        Snapshot before = known.orElseThrow(() -> Away.because(new IllegalStateException("no transfer")));
        return transfer.isIXFR() ? before.after(transfer.getIXFR()) : before;
    }

    private ZoneDoc doc(DomainName zone, Snapshot snapshot, Predicate<Place> wanted) {
        Optional<ZoneNotes> notes = folder(zone).notes();
        List<Rrset> sets = snapshot.records().entrySet().stream()
                .filter(entry -> !HIDDEN_TYPES.contains(entry.getKey().type()))
                .filter(entry -> entry.getKey().type().equals(Place.SOA) || wanted.test(entry.getKey()))
                .map(entry -> Translation.toRrset(
                        entry.getKey(),
                        entry.getValue(),
                        notes.map(each -> each.tags(entry.getKey())).orElse(Map.of())))
                .toList();
        ZoneInfo info = info(zone, snapshot.serial(), snapshot.isSigned());
        SOARecord soa = snapshot.soa();
        return new ZoneDoc(
                info,
                notes.isPresent(),
                Soa.parse(soa.rdataToString(), (int) Math.min(soa.getTTL(), Integer.MAX_VALUE)),
                sets);
    }

    private ZoneInfo info(DomainName zone, long serial, boolean signed) {
        ZoneType type = folder(zone).notes().map(ZoneNotes::type).orElse(ZoneType.NATIVE);
        return new ZoneInfo(zone, zone.unicode(), type, serial, signed);
    }

    private boolean hasKeys(DomainName zone) {
        try {
            return folder(zone).names().stream().anyMatch(name -> name.startsWith("K") && name.endsWith(".private"));
        } catch (IOException unreadable) {
            throw Away.because(unreadable);
        }
    }

    private static Stream<DomainName> zoneName(String folder) {
        try {
            return Stream.of(new DomainName(folder));
        } catch (ProblemException none) {
            return Stream.empty();
        }
    }

    private synchronized Optional<Snapshot> known(DomainName zone) {
        return Optional.ofNullable(remembered.get(zone)).map(SoftReference::get);
    }

    private synchronized void remember(DomainName zone, Snapshot snapshot) {
        remembered.remove(zone);
        if (remembered.size() == REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        remembered.put(zone, new SoftReference<>(snapshot));
    }

    /** Forgets what a zone had: it goes, or comes as another. */
    synchronized void forget(DomainName zone) {
        remembered.remove(zone);
    }
}
