package dev.npanel.web.nginx.vhost;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.action.Lock;
import dev.npanel.ssl.use.CertificateFiles;
import dev.npanel.web.vhost.Tls;
import dev.npanel.web.vhost.Vhost;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What changes of virtual hosts lock: each name, so that it has one owner, and a share of the account, whose PHP may come or go. */
final class VhostLocks {
    private VhostLocks() {}

    /** For one that comes or changes: its certificate stays meanwhile. */
    static Set<Lock> of(Vhost vhost) {
        Set<Lock> locks = of(vhost.account(), vhost.names());
        Tls tls = vhost.tls();
        if (tls != null) {
            locks.add(new Lock(CertificateFiles.lock(tls.certificate())).share());
        }
        return locks;
    }

    static Set<Lock> of(AccountName account, Collection<DomainName> names) {
        Set<Lock> locks = new HashSet<>();
        locks.add(new Lock("web:account:" + account).share());
        names.forEach(name -> locks.add(new Lock("web:name:" + name)));
        return locks;
    }
}
