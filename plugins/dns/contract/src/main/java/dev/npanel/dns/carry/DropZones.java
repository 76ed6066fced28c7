package dev.npanel.dns.carry;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;
import java.util.List;

/**
 * Ends zones of a name server.
 *
 * @param zones 1 to 1,000
 */
public record DropZones(List<DomainName> zones) implements Scoped {
    public DropZones {
        zones = ListCarried.checked(zones);
    }

    @Override
    public Scope scope() {
        return new Scope.Server();
    }
}
