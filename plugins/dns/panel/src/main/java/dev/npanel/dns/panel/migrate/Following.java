package dev.npanel.dns.panel.migrate;

import dev.npanel.api.value.DomainName;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the zones of one server as they are on another one, which is changed meanwhile. It looks at versions alone, and so is done
 * in a moment, however many zones there are. Not thread-safe.
 */
final class Following {
    private final Server source;
    private final Server target;
    private Map<DomainName, String> seen;

    /** Follows all changes from now on. */
    Following(Server source, Server target) {
        this.source = source;
        this.target = target;
        this.seen = source.versions();
    }

    /** All zones of the source, as of the last look. */
    Set<DomainName> zones() {
        return seen.keySet();
    }

    /** Carries again what has changed since the last time; which zones that were. */
    Set<DomainName> catchUp() {
        Map<DomainName, String> now = source.versions();
        Set<DomainName> changed = target.carryAgain(seen, now, source);
        seen = now;
        return changed;
    }
}
