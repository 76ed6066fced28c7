package dev.npanel.dns.carry;

import java.util.List;

/**
 * What two name servers answer differently.
 *
 * @param questions how many were asked
 * @param differences in words, the first 20
 */
public record ComparedZones(int questions, List<String> differences) {
    public ComparedZones {
        differences = List.copyOf(differences);
    }
}
