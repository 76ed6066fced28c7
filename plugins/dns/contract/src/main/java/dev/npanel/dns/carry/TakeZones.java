package dev.npanel.dns.carry;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;
import java.util.List;

/**
 * Takes zones from another name server of this host, as they are there.
 *
 * @param zones 1 to 1,000, none of them here; what the other server has no more is left out
 * @param from the other server, {@code powerdns}
 */
public record TakeZones(List<DomainName> zones, String from) implements Scoped {
    public TakeZones {
        zones = ListCarried.checked(zones);
    }

    @Override
    public Scope scope() {
        return new Scope.Server();
    }
}
