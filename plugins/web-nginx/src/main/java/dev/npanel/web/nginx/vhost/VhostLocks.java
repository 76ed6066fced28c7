package dev.npanel.web.nginx.vhost;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.action.Lock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What changes of virtual hosts lock: each name, so that it has one owner, and a share of the account, whose PHP may come or go. */
final class VhostLocks {
    private VhostLocks() {}

    static Set<Lock> of(AccountName account, Collection<DomainName> names) {
        Set<Lock> locks = new HashSet<>();
        locks.add(new Lock("web:account:" + account).share());
        names.forEach(name -> locks.add(new Lock("web:name:" + name)));
        return locks;
    }
}
