package dev.npanel.dns.bind.zone;

/**
 * Names a record set in a zone.
 *
 * @param name absolute, in lower case, with the final dot
 * @param type the mnemonic, or {@code TYPE} and a number
 */
public record Place(String name, String type) implements Comparable<Place> {
    static final String SOA = "SOA";

    @Override
    public int compareTo(Place other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : type.compareTo(other.type);
    }
}
