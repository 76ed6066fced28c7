package dev.npanel.itests.host;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A user account, logged in, that owns domains. */
public final class Tenant {
    private final Ci ci;
    private final Session session;
    private final AtomicInteger domains = new AtomicInteger();

    Tenant(Ci ci, Session session) {
        this.ci = ci;
        this.session = session;
    }

    public String name() {
        return session.name();
    }

    public Session session() {
        return session;
    }

    /** Registers a domain that nobody has. */
    public String newDomain() {
        String domain = session.name() + "-" + domains.incrementAndGet() + ".example";
        own(domain);
        return domain;
    }

    public void own(String domain) {
        session.post("domains", Json.object("name", domain)).expect(201);
    }

    /** A new domain with a zone. */
    public Zone newZone() {
        return zone(newDomain());
    }

    /** A zone for a domain that this account owns, with name servers and their addresses, and nothing else. */
    public Zone zone(String domain) {
        List<String> servers = List.of("ns1." + domain, "ns2." + domain);
        session.post("dns", Json.object("domain", domain, "template", "empty", "nameservers", servers))
                .expect(201);
        return new Zone(ci, session, domain);
    }
}
