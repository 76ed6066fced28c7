package dev.npanel.dns.powerdns.rrset;

import java.util.Comparator;
import java.util.List;

/**
 * A record set with all that PowerDNS keeps for it. One without records stands for one that is not there.
 *
 * @param ttl seconds
 * @param items in the order of their contents
 * @param notes in a fixed order
 */
public record Rrset(Place place, long ttl, List<Item> items, List<Note> notes) {
    private static final Comparator<Item> ITEMS =
            Comparator.comparing(Item::content).thenComparing(Item::disabled);
    private static final Comparator<Note> NOTES =
            Comparator.comparing(Note::account).thenComparing(Note::content).thenComparing(Note::modifiedAt);

    public Rrset {
        items = items.stream().sorted(ITEMS).toList();
        notes = items.isEmpty() ? List.of() : notes.stream().sorted(NOTES).toList();
        ttl = items.isEmpty() ? 0 : ttl;
    }

    /** The set that is not there. */
    public static Rrset none(Place place) {
        return new Rrset(place, 0, List.of(), List.of());
    }

    /** Whether it is not there. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** The same with another only content. */
    public Rrset withContent(String content) {
        return new Rrset(place, ttl, List.of(new Item(content, false, false)), notes);
    }

    /** As lines of a zone file. */
    public List<String> lines() {
        return items.stream()
                .map(item -> (item.disabled() ? "; disabled: " : "") + place.name() + " " + ttl + " " + place.type()
                        + " " + item.content())
                .toList();
    }
}
