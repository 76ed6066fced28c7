package dev.npanel.itests.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A body for every operation that takes JSON, right but for one thing that keeps it from being done. */
final class Bodies {
    private static final String PLACE = "\u0001HERE\u0001";
    private static final String PLACE_IN_JSON = Json.write(PLACE);
    private static final Map<String, Object> SOA =
            Json.map("primary", "ns1.hoster.example", "contact", "hostmaster@hoster.example");
    private static final Map<String, Object> RECORD =
            Json.map("name", "www", "type", "A", "content", "192.0.2.1", "ttl", 300);

    private final Map<String, String> bodies = new TreeMap<>();

    Bodies(Belongings mine) {
        ofAccounts(mine);
        ofZones(mine);
        ofSites(mine);
        ofCertificates(mine);
    }

    /** By field: the body with a mark in the place of that string; none when the operation takes no text. */
    Map<String, String> templates(Endpoint endpoint) {
        Map<String, String> templates = new TreeMap<>();
        String body = bodies.get(endpoint.toString());
        if (body != null) {
            JsonNode root = Json.read(body);
            mark(root, root, "", templates);
        }
        return templates;
    }

    /** The body with this JSON string in the place of the mark. */
    static String fill(String template, String json) {
        return template.replace(PLACE_IN_JSON, json);
    }

    /** The text fields that an operation has by its own description. */
    static Set<String> described(Endpoint endpoint, JsonNode components) {
        Set<String> fields = new TreeSet<>();
        JsonNode content = endpoint.description().path("requestBody").path("content");
        describe(content.path("application/json").path("schema"), components, "", fields);
        return fields;
    }

    private void ofAccounts(Belongings mine) {
        put("POST /api/auth/login", "username", "nobodyhere", "password", "wrong-Password1");
        put("POST /api/auth/refresh", "refreshToken", "x");
        put("POST /api/auth/logout", "refreshToken", "x");
        put(
                "POST /api/setup",
                "token",
                "x",
                "username",
                "second",
                "password",
                Ci.password(),
                "email",
                "a@mail.example");
        put("POST /api/setup/recovery", "token", "x", "username", "second", "password", Ci.password());
        put(
                "POST /api/accounts",
                "name",
                "root",
                "password",
                Ci.password(),
                "email",
                "a@mail.example",
                "role",
                "USER",
                "packageName",
                "default");
        put("PUT /api/accounts/{name}/password", "password", Ci.password(), "current", Ci.password());
        put("PUT /api/plugins/{name}/state", "state", "ENABLED", "instead", "npanel.nothing");
        put(
                "POST /api/domains",
                "name",
                mine.zone().domain(),
                "account",
                mine.owner().name(),
                "services",
                List.of("nothing"));
        put("PUT /api/domains/{name}/services", "services", List.of("nothing"));
    }

    private void ofZones(Belongings mine) {
        put(
                "POST /api/dns",
                "domain",
                mine.zone().domain(),
                "type",
                "NATIVE",
                "nameservers",
                List.of("ns1.hoster.example"),
                "template",
                "empty",
                "soa",
                SOA,
                "records",
                List.of(RECORD));
        put("PUT /api/dns/{domain}/soa", "primary", "ns1.hoster.example", "contact", "hostmaster@hoster.example");
        put("POST /api/dns/{domain}/records", "name", "www", "type", "A", "content", "192.0.2.1", "ttl", 300);
        put(
                "PUT /api/dns/{domain}/records/{id}",
                "id",
                mine.record(),
                "content",
                "192.0.2.1",
                "ttl",
                300,
                "name",
                "www",
                "unicode",
                "www",
                "type",
                "A");
        put(
                "PATCH /api/dns/{domain}/records",
                "delete",
                List.of(mine.record()),
                "update",
                List.of(Json.map("id", mine.record(), "content", "192.0.2.1", "ttl", 300)),
                "add",
                List.of(RECORD));
        put("POST /api/dns/migrate", "to", "npanel.dns.nothing");
        put("POST /api/dns/{domain}/import", "zone", "$INCLUDE x\n");
        put("POST /api/dns/{domain}/dnssec/rotate", "role", "CSK", "propagation", 0);
        put("POST /api/dns/templates", "name", "default", "description", "x", "soa", SOA, "records", List.of(RECORD));
        put(
                "PUT /api/dns/templates/{name}",
                "name",
                "default",
                "description",
                "x",
                "soa",
                SOA,
                "records",
                List.of(RECORD));
        put(
                "PUT /api/dns/defaults",
                "nameservers",
                List.of("ns1.hoster.example"),
                "ip",
                "192.0.2.1",
                "ipv6",
                "2001:db8::1",
                "hostmaster",
                "hostmaster@hoster.example",
                "template",
                "default");
    }

    /** A site of files that is to have a PHP. */
    private void ofSites(Belongings mine) {
        Object[] fields = {
            "type", "STATIC",
            "root", "domains/site",
            "php", "8.2",
            "upstream", "http://127.0.0.1:3000",
            "aliases", List.of("alias." + mine.zone().domain()),
            "www", "NONE",
            "redirects", List.of(Json.map("from", "/a", "below", false, "to", "/b", "status", 301)),
            "addresses", Json.map("allow", List.of("192.0.2.0/24"), "deny", List.of("192.0.2.1"))
        };
        Object[] more = {
            "errorPages",
            List.of(Json.map("status", 404, "page", "/missing.html")),
            "directives",
            List.of("expires 1d"),
            "tls",
            Json.map("certificate", "nothing." + mine.zone().domain())
        };
        put(
                "PUT /api/web/vhosts/{domain}",
                Stream.of(fields, more).flatMap(Stream::of).toArray());
        put(
                "PUT /api/web/vhosts/{domain}/directories",
                "path",
                "/private",
                "realm",
                "Staff",
                "users",
                List.of(Json.map("name", "anna", "password", "long-enough-1")));
        put("PUT /api/web/vhosts/{domain}/php", "version", "5.0");
        Object[] identity = {
            "domain", mine.zone().domain(),
            "username", mine.owner().name(),
            "tls", Json.map("certificate", "nothing." + mine.zone().domain())
        };
        put(
                "POST /api/web/vhosts",
                Stream.of(identity, fields).flatMap(Stream::of).toArray());
    }

    /** What is sent is no PEM, and no authority is set. */
    private void ofCertificates(Belongings mine) {
        List<String> names = List.of("nothing." + mine.zone().domain());
        put("POST /api/ssl", "names", names, "key", "EC256");
        put("POST /api/ssl/check", "names", names);
        put("POST /api/ssl/request", "names", names, "key", "EC256");
        put("POST /api/ssl/self-signed", "names", names, "key", "EC256", "days", 0);
        put("POST /api/ssl/upload", "names", names, "chain", "x", "key", "x");
        put("PUT /api/ssl/{id}/chain", "chain", "x");
        put(
                "PUT /api/ssl/authority",
                "directory",
                "https://nothing.example/dir",
                "contacts",
                List.of("a@mail.example"),
                "termsAccepted",
                false,
                "keyId",
                "x",
                "macKey",
                "x",
                "preferredRoot",
                "x",
                "roots",
                "-----BEGIN x");
    }

    private void put(String endpoint, Object... namesAndValues) {
        bodies.put(endpoint, Json.object(namesAndValues));
    }

    private static void mark(JsonNode root, JsonNode here, String path, Map<String, String> templates) {
        if (here instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                JsonNode old = field.getValue();
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                if (old.isTextual()) {
                    object.put(field.getKey(), PLACE);
                    templates.put(name, Json.write(root));
                    object.set(field.getKey(), old);
                } else {
                    mark(root, old, name, templates);
                }
            }
        } else if (here instanceof ArrayNode array && !array.isEmpty()) {
            JsonNode old = array.get(0);
            if (old.isTextual()) {
                array.set(0, PLACE);
                templates.put(path + "[0]", Json.write(root));
                array.set(0, old);
            } else {
                mark(root, old, path + "[0]", templates);
            }
        }
    }

    private static void describe(JsonNode schema, JsonNode components, String path, Set<String> fields) {
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            describe(components.path(reference.substring(reference.lastIndexOf('/') + 1)), components, path, fields);
        } else if (schema.path("type").asText().equals("string")) {
            fields.add(path);
        } else if (schema.path("type").asText().equals("array")) {
            describe(schema.path("items"), components, path + "[0]", fields);
        } else {
            schema.path("properties")
                    .properties()
                    .forEach(field -> describe(
                            field.getValue(),
                            components,
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            fields));
        }
    }
}
