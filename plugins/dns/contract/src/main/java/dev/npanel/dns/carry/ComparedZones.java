package dev.npanel.dns.carry;

import dev.npanel.api.value.DomainName;
import java.util.List;

/**
 * What two name servers answer differently.
 *
 * @param questions how many were asked
 * @param differences the first 20 of each zone
 */
public record ComparedZones(int questions, List<Difference> differences) {
    public ComparedZones {
        differences = List.copyOf(differences);
    }

    /**
     * A question that has two answers.
     *
     * @param text the question and both answers
     */
    public record Difference(DomainName zone, String text) {}
}
