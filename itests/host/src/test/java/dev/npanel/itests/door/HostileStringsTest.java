package dev.npanel.itests.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One corpus through every field of every body. ADVISORIES 1, 4, 24, 30, 37, 38, 40, 62. */
@OnHost
@Tag("C10")
@Order(90)
class HostileStringsTest {
    private static final String PLACE = "\u0001HERE\u0001";

    private final Ci ci;
    private final Belongings mine;

    HostileStringsTest(Ci ci) {
        this.ci = ci;
        mine = Belongings.of(ci);
    }

    /** Every operation that takes JSON, with a body that it would take. */
    private Map<String, String> bodies() {
        Map<String, String> bodies = new TreeMap<>();
        bodies.put("POST /api/auth/login", Json.object("username", "nobodyhere", "password", "wrong-Password1"));
        bodies.put("POST /api/auth/refresh", Json.object("refreshToken", "x"));
        bodies.put("POST /api/auth/logout", Json.object("refreshToken", "x"));
        bodies.put(
                "POST /api/setup",
                Json.object("token", "x", "username", "second", "password", Ci.password(), "email", "a@mail.example"));
        bodies.put(
                "POST /api/accounts",
                Json.object(
                        "name",
                        "root",
                        "password",
                        Ci.password(),
                        "email",
                        "a@mail.example",
                        "role",
                        "USER",
                        "packageName",
                        "default"));
        bodies.put(
                "PUT /api/accounts/{name}/password", Json.object("password", Ci.password(), "current", Ci.password()));
        bodies.put(
                "POST /api/domains",
                Json.object(
                        "name", mine.zone().domain(), "account", mine.owner().name()));
        bodies.put(
                "POST /api/dns",
                Json.object(
                        "domain",
                        mine.zone().domain(),
                        "type",
                        "NATIVE",
                        "nameservers",
                        List.of("ns1.hoster.example"),
                        "template",
                        "empty"));
        bodies.put(
                "POST /api/dns/{domain}/records",
                Json.object("name", "www", "type", "A", "content", "192.0.2.1", "ttl", 300));
        bodies.put("PUT /api/dns/{domain}/records/{id}", Json.object("content", "192.0.2.1", "ttl", 300));
        bodies.put(
                "PATCH /api/dns/{domain}/records",
                Json.object("delete", List.of(mine.record()), "update", List.of(), "add", List.of()));
        bodies.put(
                "PUT /api/dns/{domain}/soa",
                Json.object("primary", "ns1.hoster.example", "contact", "hostmaster@hoster.example"));
        bodies.put("POST /api/dns/templates", Json.object("name", "default", "description", "x", "records", List.of()));
        bodies.put(
                "PUT /api/dns/templates/{name}",
                Json.object("name", "default", "description", "x", "records", List.of()));
        bodies.put(
                "PUT /api/dns/defaults",
                Json.object(
                        "nameservers",
                        List.of("ns1.hoster.example"),
                        "ip",
                        "192.0.2.1",
                        "ipv6",
                        "2001:db8::1",
                        "hostmaster",
                        "hostmaster@hoster.example",
                        "template",
                        "default"));
        bodies.put("POST /api/dns/{domain}/dnssec/rotate", Json.object("role", "CSK", "propagation", 0));
        return bodies;
    }

    @Test
    void noFieldTakesWhatItShouldNot() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> bodies = bodies();
        for (Endpoint endpoint : Endpoint.all(ci)) {
            String body = bodies.get(endpoint.toString());
            if (body != null) {
                places(Json.read(body)).forEach((field, template) -> wrong.addAll(hurl(endpoint, field, template)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void pathsAndQueriesTakeNothingEither() {
        List<String> wrong = new ArrayList<>();
        for (String each : Corpus.urls()) {
            for (String path : List.of(
                    "dns/%s",
                    "dns/%s/records",
                    "accounts/%s",
                    "domains/%s",
                    "changes/%s",
                    "jobs/%s",
                    "dns/" + mine.zone().domain() + "/records/%s")) {
                Answer answer = ci.panel()
                        .json("GET", path.formatted(each), ci.administrator().token(), "");
                if (answer.status() >= 500
                        || answer.status() < 400
                        || answer.text().contains("<script")) {
                    wrong.add(path + " " + each + ": " + answer.status() + " " + answer.text());
                }
            }
            for (String query : List.of("limit", "after", "name", "type", "search")) {
                Answer answer = ci.administrator().get(mine.zone().path("records?" + query + "=" + each));
                if (answer.status() >= 500) {
                    wrong.add(query + " " + each + ": " + answer.status() + " " + answer.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void headersTakeNothingEither() {
        for (String each : List.of(
                "\u00a0",
                "\u0085x",
                "'; DROP TABLE account;--",
                "../../x",
                "a".repeat(20_000),
                "Bearer",
                "Bearer a b")) {
            int status = ci.panel()
                    .send("GET", "auth/me", Map.of("Authorization", each), new byte[0])
                    .status();
            assertThat(status).isIn(400, 401, 431);
        }
    }

    @Test
    void brokenJsonIsRefusedByType() {
        for (String body : List.of(
                "{",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{\"name\":\"a.example\",\"name\":\"b.example\"}",
                "{\"name\":\"a.example\"}x",
                "{\"name\":{\"text\":\"a.example\"}}",
                "{\"name\":[\"a.example\"]}",
                "[".repeat(50_000),
                "{\"a\":".repeat(5_000),
                "\u0000")) {
            Answer answer = ci.administrator().post("domains", body);
            assertThat(answer.status())
                    .as(body.length() > 80 ? body.substring(0, 80) : body)
                    .isEqualTo(400);
            assertThat(answer.isProblem()).isTrue();
        }
    }

    private List<String> hurl(Endpoint endpoint, String field, String template) {
        List<String> wrong = new ArrayList<>();
        List<String> before = mine.zone().served();
        for (Map.Entry<String, String> hostile : Corpus.json().entrySet()) {
            Answer answer = patiently(endpoint, template.replace(PLACE_IN_JSON, hostile.getValue()));
            String what = endpoint + " " + field + " " + hostile.getKey() + ": " + answer.status() + " ";
            String shown = answer.text().length() > 300 ? answer.text().substring(0, 300) : answer.text();
            if (answer.status() >= 500) {
                wrong.add(what + shown);
            } else if (Corpus.isNeverLegal(hostile.getKey())) {
                if (answer.status() != 400 && answer.status() != 413) {
                    wrong.add(what + "taken: " + shown);
                } else if (answer.status() == 400
                        && answer.violated().stream()
                                .noneMatch(each -> each.startsWith(field.replaceAll("[.\\[].*", "")))) {
                    wrong.add(what + "not named: " + shown);
                }
            }
            if (!answer.text().isEmpty() && answer.status() >= 400 && !answer.isProblem()) {
                wrong.add(what + "no problem: " + shown);
            }
        }
        if (endpoint.path().contains("/{domain}/") && !endpoint.path().endsWith("/records")) {
            return wrong;
        }
        if (endpoint.path().startsWith("/api/accounts") && !mine.zone().served().equals(before)) {
            wrong.add(endpoint + " changed the zone");
        }
        return wrong;
    }

    private static final String PLACE_IN_JSON = Json.write(PLACE);

    private Answer patiently(Endpoint endpoint, String body) {
        AtomicReference<Answer> last = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    String token =
                            endpoint.isAnonymous() ? "" : ci.administrator().token();
                    last.set(ci.panel().json(endpoint.method(), endpoint.with(mine.parameters(endpoint)), token, body));
                    if (last.get().status() == 429 && last.get().code().equals("limit.tries")) {
                        ci.restartPanel();
                    }
                    return last.get().status() != 429;
                });
        return last.get();
    }

    /** By field: the body with a mark in the place of that string. */
    private static Map<String, String> places(JsonNode body) {
        Map<String, String> places = new TreeMap<>();
        body.properties().forEach(field -> {
            ObjectNode copy = body.deepCopy();
            if (field.getValue().isTextual()) {
                places.put(field.getKey(), Json.write(copy.put(field.getKey(), PLACE)));
            } else if (field.getValue().isArray() && field.getValue().path(0).isTextual()) {
                ((ArrayNode) copy.get(field.getKey())).set(0, PLACE);
                places.put(field.getKey() + "[0]", Json.write(copy));
            }
        });
        return places;
    }
}
