package dev.npanel.dns.powerdns.rrset;

/**
 * Names a record set in a zone.
 *
 * @param name absolute, in lower case, with the final dot
 * @param type the mnemonic; any type that PowerDNS knows
 */
public record Place(String name, String type) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : type.compareTo(other.type);
    }
}
