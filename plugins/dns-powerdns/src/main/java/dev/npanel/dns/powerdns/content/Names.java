package dev.npanel.dns.powerdns.content;

import static dev.npanel.dns.record.RecordType.A;
import static dev.npanel.dns.record.RecordType.AAAA;
import static dev.npanel.dns.record.RecordType.CNAME;
import static dev.npanel.dns.record.RecordType.NS;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a zone has at its names, as a check asks for it. Immutable. */
final class Names {
    private final DomainName zone;
    private final Map<RecordName, List<RecordSet>> byName;
    private final Set<String> nodes = new HashSet<>();

    Names(DomainName zone, Collection<RecordSet> sets) {
        this.zone = zone;
        this.byName = Rules.byName(sets);
        byName.keySet().forEach(name -> {
            for (String node = name.text(); nodes.add(node) && node.indexOf('.') > 0; ) {
                node = node.substring(node.indexOf('.') + 1);
            }
        });
    }

    boolean has(RecordName name, RecordType type) {
        return byName.getOrDefault(name, List.of()).stream().anyMatch(set -> set.type() == type);
    }

    boolean hasAddress(RecordName name) {
        return has(name, A)
                || has(name, AAAA)
                || wildcard(name).map(this::hasAddress).orElse(false);
    }

    boolean isAlias(RecordName name) {
        return has(name, CNAME);
    }

    /** Whether the name is this zone's to answer for: in it, and not at or below a delegation. */
    boolean isOurs(RecordName name) {
        return name.isWithin(zone) && delegation(name).isEmpty();
    }

    /** Whether a query for the name finds a record: its own, or a wildcard's. */
    boolean exists(RecordName name) {
        return byName.containsKey(name) || wildcard(name).isPresent();
    }

    /** The delegation at or above a name. */
    Optional<RecordName> delegation(RecordName name) {
        for (String text = name.text(); text.length() > zone.text().length(); ) {
            RecordName node = new RecordName(text);
            if (has(node, NS)) {
                return Optional.of(node);
            }
            text = text.substring(text.indexOf('.') + 1);
        }
        return Optional.empty();
    }

    /** The wildcard that answers for a name that is not there: the one at its closest encloser (RFC 4592). */
    private Optional<RecordName> wildcard(RecordName name) {
        if (nodes.contains(name.text()) || !name.isWithin(zone)) {
            return Optional.empty();
        }
        String encloser = name.text();
        while (!nodes.contains(encloser) && encloser.indexOf('.') > 0) {
            encloser = encloser.substring(encloser.indexOf('.') + 1);
        }
        return name("*." + encloser).filter(byName::containsKey);
    }

    private static Optional<RecordName> name(String text) {
        try {
            return Optional.of(new RecordName(text));
        } catch (ProblemException tooLong) {
            return Optional.empty();
        }
    }
}
