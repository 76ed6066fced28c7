package dev.npanel.dns.bind.zone;

import java.util.Comparator;
import java.util.List;

/**
 * A record set, and what is kept for it beside named. One without contents stands for one that is not there. In the set of the
 * SOA the serial is always 0, since it rises with every change: a state is the same when everything else is.
 *
 * @param ttl seconds
 * @param contents in presentation format with absolute names, sorted; canonical where the contract has such records
 * @param tags of contents whose tag does not follow from them
 */
public record Rrset(Place place, long ttl, List<String> contents, List<Tag> tags) {
    private static final int SERIAL = 2;

    public Rrset {
        contents = contents.stream().distinct().sorted().toList();
        tags = tags.stream().sorted(Comparator.comparing(Tag::digest)).toList();
        ttl = contents.isEmpty() ? 0 : ttl;
        if (place.type().equals(Place.SOA)) {
            contents = contents.stream().map(soa -> withSerial(soa, 0)).toList();
        }
    }

    /**
     * The tag of a record.
     *
     * @param digest of its content
     */
    public record Tag(String digest, String tag) {}

    /** The set that is not there. */
    public static Rrset none(Place place) {
        return new Rrset(place, 0, List.of(), List.of());
    }

    /** Whether it is not there. */
    public boolean isEmpty() {
        return contents.isEmpty();
    }

    /** As lines of a zone file. */
    public List<String> lines() {
        return contents.stream()
                .map(content -> place.name() + " " + ttl + " IN " + place.type() + " " + content)
                .toList();
    }

    /** The content of a SOA with another serial. */
    static String withSerial(String soa, long serial) {
        String[] part = soa.split(" ", -1);
        part[SERIAL] = Long.toString(serial);
        return String.join(" ", part);
    }
}
