package dev.npanel.dns.powerdns.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.backend.record.Changes;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.powerdns.api.PdnsApi;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.record.RecordName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The zones of PowerDNS. Thread-safe; keeps nothing of them but their names, for a moment. */
@Component(service = Zones.class)
public final class Zones {
    /** So many zones in a list cost as much as one that is asked for by itself. */
    private static final int WORTH = 50;

    private final PdnsApi api;
    private final Patches patches;
    private final RecentNames recent;

    @Activate
    public Zones(@Reference PdnsApi api) {
        this(api, Clock.systemUTC());
    }

    /** @param clock by which names are forgotten */
    public Zones(PdnsApi api, Clock clock) {
        this.api = api;
        this.patches = new Patches(api);
        this.recent = new RecentNames(clock);
    }

    /** The zones that can be changed here and whose names are wanted, in the order of their names, the first {@code most}. */
    public List<ZoneHead> heads(Predicate<DomainName> wanted, int most) {
        DomainSet known = recent.names().orElseGet(DomainSet::of);
        List<DomainName> names = known.names().filter(wanted).limit(most).toList();
        if (names.size() * WORTH < known.size()) {
            List<ZoneHead> heads = names.stream()
                    .flatMap(zone -> head(zone).stream())
                    .filter(ZoneHead::isChangedHere)
                    .toList();
            if (heads.size() == names.size()) {
                return heads;
            }
            // somebody else has ended one of them
        }
        return all().stream()
                .filter(head -> wanted.test(head.zone()))
                .limit(most)
                .toList();
    }

    private List<ZoneHead> all() {
        RecentNames.Mark mark = recent.mark();
        List<ZoneHead> all = zones("").stream()
                .filter(ZoneHead::isChangedHere)
                .sorted(Comparator.comparing(ZoneHead::zone))
                .toList();
        recent.learn(mark, DomainSet.of(all.stream().map(ZoneHead::zone).toList()));
        return all;
    }

    /** The names of the zones that can be changed here, in no order: half the work for PowerDNS, which looks for no keys then. */
    public Stream<DomainName> names() {
        return zones("?dnssec=false").stream().filter(ZoneHead::isChangedHere).map(ZoneHead::zone);
    }

    private List<ZoneHead> zones(String query) {
        return ZoneJson.zones(api.fetch("/zones" + query).orElseThrow(() -> Served.unknown()));
    }

    /** A zone without its records. */
    public Optional<ZoneHead> head(DomainName zone) {
        return api.fetch(path(zone) + "?rrsets=false").map(ZoneJson::zone).map(ZoneDoc::head);
    }

    /**
     * A zone that can be changed here, without its records.
     *
     * @throws ProblemException NOT_FOUND, or CONFLICT for one that is copied from another server
     */
    public ZoneHead require(DomainName zone) {
        return changedHere(head(zone).orElseThrow(() -> Served.unknown()));
    }

    /** A zone with all its records. */
    public Optional<ZoneDoc> find(DomainName zone) {
        return api.fetch(path(zone)).map(ZoneJson::zone);
    }

    /** As {@link #find}, for one that is there and can be changed here. */
    public ZoneDoc whole(DomainName zone) {
        ZoneDoc doc = find(zone).orElseThrow(() -> Served.unknown());
        changedHere(doc.head());
        return doc;
    }

    /** A zone with every record set of these names, and maybe others; empty when there is no such zone. */
    public Optional<ZoneDoc> find(DomainName zone, Set<RecordName> names) {
        if (!Changes.areFew(names)) {
            return find(zone);
        }
        List<Rrset> sets = new ArrayList<>();
        @Nullable ZoneHead head = null;
        for (RecordName name : names) {
            String query = "?rrset_name=" + URLEncoder.encode(name.absolute(), StandardCharsets.UTF_8);
            Optional<ZoneDoc> part = api.fetch(path(zone) + query).map(ZoneJson::zone);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            head = part.get().head();
            sets.addAll(part.get().sets());
        }
        return head == null ? find(zone) : Optional.of(new ZoneDoc(head, sets));
    }

    /** As {@link #find(DomainName, Set)}, for a zone that is there and can be changed here. */
    public ZoneDoc part(DomainName zone, Set<RecordName> names) {
        ZoneDoc doc = find(zone, names).orElseThrow(() -> Served.unknown());
        changedHere(doc.head());
        return doc;
    }

    /** Makes a zone; its serial is the next one of the state's. */
    public void create(DomainName zone, ZoneState state) {
        boolean rectified = state.rectified() || Rectifying.isNeeded(zone, state.sets());
        byte[] body = ZoneRequests.create(zone, state, rectified);
        recent.making(zone, () -> api.change("POST", "/zones?rrsets=false", body));
        if (rectified != state.rectified()) {
            rectify(zone, state.rectified());
        }
        state.metadata().forEach(each -> putMetadata(zone, each));
    }

    /** Ends a zone; nothing to do when there is none. */
    public void delete(DomainName zone) {
        try {
            recent.ending(zone, () -> api.change("DELETE", path(zone), new byte[0]));
        } catch (ProblemException refused) {
            if (refused.problem().kind() != ProblemKind.NOT_FOUND) {
                throw refused;
            }
        }
    }

    /**
     * Puts these record sets in the place of those that are there, in one transaction of PowerDNS, and raises the serial.
     *
     * @param sets empty ones are taken away; the serial of a SOA means nothing
     * @param serial to raise the serial to if it is a later one, or null for the next
     * @param delegated whether one of the names is delegated, or ceases to be
     */
    public void patch(DomainName zone, List<Rrset> sets, @Nullable Long serial, boolean delegated) {
        boolean soa = sets.stream().anyMatch(set -> set.place().type().equals("SOA"));
        boolean rectified = delegated || Rectifying.isNeeded(zone, sets);
        if (soa || rectified) {
            patches.alone(zone, () -> patchAlone(zone, soa ? withSerial(zone, sets, serial) : sets, rectified));
        } else {
            patches.put(zone, sets);
        }
    }

    private List<Rrset> withSerial(DomainName zone, List<Rrset> sets, @Nullable Long serial) {
        return ZoneRequests.withSerial(sets, require(zone), serial);
    }

    private void patchAlone(DomainName zone, List<Rrset> sets, boolean rectified) {
        byte[] body = ZoneRequests.patch(sets);
        if (!rectified || require(zone).rectified()) {
            api.change("PATCH", path(zone), body);
            return;
        }
        rectify(zone, true);
        try {
            api.change("PATCH", path(zone), body);
        } finally {
            // when this fails, the zone is rectified with every change: slower, and never wrong
            rectify(zone, false);
        }
    }

    /** Has PowerDNS rectify a zone with every change from now on, or no more. */
    public void rectify(DomainName zone, boolean always) {
        set(zone, JsonNodeFactory.instance.objectNode().put("api_rectify", always));
    }

    /** Has PowerDNS rectify a zone. */
    public void rectifyNow(DomainName zone) {
        api.change("PUT", path(zone) + "/rectify", new byte[0]);
    }

    /** Changes settings of a zone, named as the API names them. */
    public void set(DomainName zone, JsonNode settings) {
        api.change("PUT", path(zone), ZoneRequests.bytes(settings));
    }

    /** All metadata of a zone. */
    public List<Metadata> metadata(DomainName zone) {
        JsonNode all = api.find(path(zone) + "/metadata").orElseThrow(() -> Served.unknown());
        if (!all.isArray()) {
            throw Away.because(new IllegalStateException("no metadata"));
        }
        return StreamSupport.stream(all.spliterator(), false)
                .map(ZoneRequests::metadata)
                .toList();
    }

    /** The values of one kind of metadata of a zone. */
    public List<String> metadata(DomainName zone, String kind) {
        return api.find(path(zone) + "/metadata/" + kind)
                .map(ZoneRequests::metadata)
                .map(Metadata::values)
                .orElse(List.of());
    }

    /** Sets one kind of metadata; without values it is taken away. */
    public void putMetadata(DomainName zone, Metadata metadata) {
        String path = path(zone) + "/metadata/" + metadata.kind();
        if (metadata.values().isEmpty()) {
            api.change("DELETE", path, new byte[0]);
        } else {
            api.change("PUT", path, ZoneRequests.bytes(ZoneRequests.metadata(metadata)));
        }
    }

    /**
     * Has PowerDNS forget what it knew of a zone. Without, 4.7.3 goes on with the keys it had for 30 seconds, and answers
     * REFUSED for a new zone that somebody had asked for before for a minute.
     */
    public void flush(DomainName zone) {
        api.change("PUT", "/cache/flush?domain=" + zone + ".", new byte[0]);
    }

    /** The path of a zone in the API. */
    public static String path(DomainName zone) {
        return "/zones/" + zone + ".";
    }

    private static ZoneHead changedHere(ZoneHead head) {
        if (!head.isChangedHere()) {
            throw Served.secondary();
        }
        return head;
    }
}
