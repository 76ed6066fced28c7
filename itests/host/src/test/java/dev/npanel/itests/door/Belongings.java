package dev.npanel.itests.door;

import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.Tenant;
import dev.npanel.itests.host.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of everything that an account can own, by the names that path parameters have. */
record Belongings(Tenant owner, Zone zone, String record, String change, String job) {
    static Belongings of(Ci ci) {
        Tenant owner = ci.newTenant();
        Zone zone = owner.newZone();
        var added = zone.add("www", "A", "192.0.2.1").expect(201);
        zone.sign().expect(200, 201);
        owner.session()
                .post("web/vhosts", Json.object("domain", zone.domain(), "type", "STATIC"))
                .expect(201);
        owner.session()
                .post("ssl/self-signed", Json.object("names", List.of(zone.domain()), "key", "EC256", "days", 30))
                .expect(201);
        return new Belongings(owner, zone, added.get("id"), added.change(), "0");
    }

    /** The values for an endpoint's parameters. */
    Map<String, String> parameters(Endpoint endpoint) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("domain", zone.domain());
        values.put("name", nameIn(endpoint.path()));
        values.put("id", idIn(endpoint.path()));
        values.put("template", "default");
        values.put("log", "access");
        return values;
    }

    private String nameIn(String path) {
        if (path.startsWith("/api/accounts")) {
            return owner.name();
        }
        if (path.startsWith("/api/domains")) {
            return zone.domain();
        }
        return "default";
    }

    private String idIn(String path) {
        if (path.startsWith("/api/changes")) {
            return change;
        }
        if (path.startsWith("/api/ssl")) {
            return zone.domain();
        }
        return path.startsWith("/api/dns") ? record : job;
    }
}
