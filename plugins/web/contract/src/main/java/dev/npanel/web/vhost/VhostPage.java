package dev.npanel.web.vhost;

import java.util.List;

/**
 * Some virtual hosts.
 *
 * @param more whether there are others after the last
 */
public record VhostPage(List<Vhost> vhosts, boolean more) {
    public VhostPage {
        vhosts = List.copyOf(vhosts);
    }
}
