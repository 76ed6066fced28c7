package dev.npanel.dns.bind.zone;

import dev.npanel.dns.zone.ZoneType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is kept of a zone beside named, as its data has no place for it.
 *
 * @param type whether named tells secondaries of changes
 * @param roll the note of a key roll
 * @param tags by place, as {@code www.example.com. A}, and the digest of the content
 */
record ZoneNotes(ZoneType type, Optional<String> roll, Map<String, Map<String, String>> tags) {
    ZoneNotes {
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        tags.forEach((place, kept) -> sorted.put(place, new TreeMap<>(kept)));
        sorted.values().removeIf(Map::isEmpty);
        tags = sorted;
    }

    Map<String, String> tags(Place place) {
        return tags.isEmpty() ? Map.of() : tags.getOrDefault(key(place), Map.of());
    }

    ZoneNotes withRoll(Optional<String> note) {
        return new ZoneNotes(type, note, tags);
    }

    /** With the tags of these sets in the place of those there were. */
    ZoneNotes with(Iterable<Rrset> sets) {
        Map<String, Map<String, String>> changed = new TreeMap<>(tags);
        for (Rrset set : sets) {
            Map<String, String> kept = new TreeMap<>();
            set.tags().forEach(tag -> kept.put(tag.digest(), tag.tag()));
            changed.put(key(set.place()), kept);
        }
        return new ZoneNotes(type, roll, changed);
    }

    private static String key(Place place) {
        return place.name() + " " + place.type();
    }
}
