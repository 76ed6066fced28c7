package dev.npanel.dns.carry;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;
import java.util.List;

/**
 * Asks two name servers of this host the same.
 *
 * @param zones 1 to 1,000; what the other server has no more is left out
 * @param with the other server, {@code powerdns}: where the zones are from
 */
public record CompareZones(List<DomainName> zones, String with) implements Scoped {
    public CompareZones {
        zones = ListCarried.checked(zones);
    }

    @Override
    public Scope scope() {
        return new Scope.Server();
    }
}
