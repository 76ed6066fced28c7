package dev.npanel.dns.edit;

import static dev.npanel.dns.record.RecordType.A;
import static dev.npanel.dns.record.RecordType.AAAA;
import static dev.npanel.dns.record.RecordType.CNAME;
import static dev.npanel.dns.record.RecordType.NS;
import static dev.npanel.dns.record.RecordType.SOA;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The names of a zone and what is found at them, wildcards and empty non-terminals included. */
final class ZoneNames {
    private final DomainName zone;
    private final Map<RecordName, Map<RecordType, RecordSet>> byName = new TreeMap<>();
    private final Set<String> existing = new HashSet<>();

    ZoneNames(DomainName zone, Collection<RecordSet> sets) {
        this.zone = zone;
        sets.stream().filter(set -> set.type() != SOA && !set.isEmpty()).forEach(set -> {
            byName.computeIfAbsent(set.name(), unknown -> new EnumMap<>(RecordType.class))
                    .put(set.type(), set);
            String name = set.name().text();
            while (name != null && existing.add(name)) {
                name = parent(name);
            }
        });
    }

    void each(BiConsumer<RecordName, Collection<RecordSet>> visitor) {
        byName.forEach((name, sets) -> visitor.accept(name, sets.values()));
    }

    boolean has(RecordName name) {
        return byName.containsKey(name);
    }

    /** The host that a canonical content ends in, or nothing for the root. */
    static Optional<RecordName> target(RecordSet.Entry entry) {
        String last = entry.content().substring(entry.content().lastIndexOf(' ') + 1);
        try {
            return last.equals(".") ? Optional.empty() : Optional.of(new RecordName(last));
        } catch (ProblemException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether this zone, and no zone below it, says what is at the name. */
    boolean isOwn(RecordName name) {
        return name.isWithin(zone) && (delegationAbove(name).isEmpty() || at(name).containsKey(A));
    }

    boolean isAlias(RecordName name) {
        return at(name).containsKey(CNAME);
    }

    boolean hasAddress(RecordName name) {
        return at(name).containsKey(A) || at(name).containsKey(AAAA);
    }

    boolean answers(RecordName name) {
        return existing.contains(name.text()) || !at(name).isEmpty();
    }

    /** Whether the aliases that begin here never end. */
    boolean loops(RecordName start) {
        Set<RecordName> seen = new HashSet<>();
        Optional<RecordName> name = Optional.of(start);
        while (name.isPresent() && seen.add(name.get())) {
            name = Optional.ofNullable(at(name.get()).get(CNAME))
                    .flatMap(set -> target(set.entries().get(0)));
        }
        return name.isPresent();
    }

    /** The delegation that the name is at or below. */
    Optional<RecordName> delegationAbove(RecordName name) {
        Optional<RecordName> cut = Optional.empty();
        for (String at = name.text(); at != null && !at.equals(zone.text()); at = parent(at)) {
            if (existing.contains(at)
                    && byName.getOrDefault(new RecordName(at), Map.of()).containsKey(NS)) {
                cut = Optional.of(new RecordName(at));
            }
        }
        return cut;
    }

    /** What is at the name, or at the wildcard that stands for it (RFC 4592). */
    private Map<RecordType, RecordSet> at(RecordName name) {
        Map<RecordType, RecordSet> exact = byName.get(name);
        if (exact != null || existing.contains(name.text())) {
            return exact == null ? Map.of() : exact;
        }
        String encloser = parent(name.text());
        while (encloser != null && !existing.contains(encloser)) {
            encloser = parent(encloser);
        }
        return encloser == null ? Map.of() : wildcard(encloser);
    }

    private Map<RecordType, RecordSet> wildcard(String encloser) {
        String name = "*." + encloser;
        return existing.contains(name) ? byName.getOrDefault(new RecordName(name), Map.of()) : Map.of();
    }

    /** The name without its first label; nothing above the zone. */
    private @Nullable String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 || name.equals(zone.text()) ? null : name.substring(dot + 1);
    }
}
