package dev.npanel.web.vhost;

import dev.npanel.api.problem.Problem;
import java.util.List;

/**
 * Who may see a site at all.
 *
 * @param allow when there are any, nobody else
 * @param deny never these, not even when they are allowed
 */
public record AddressRules(List<AddressRange> allow, List<AddressRange> deny) {
    /** Everybody. */
    public static final AddressRules NONE = new AddressRules(List.of(), List.of());

    private static final int MAX = 500;

    public AddressRules {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
        if (allow.size() + deny.size() > MAX) {
            throw Problem.invalid("", "must have at most " + MAX + " addresses").asException();
        }
    }
}
