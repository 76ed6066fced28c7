package dev.npanel.itests.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Panel;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One corpus through every field of every body. ADVISORIES 1, 4, 24, 30, 37, 38, 40, 62. */
@OnHost
@Tag("C10")
@Order(90)
class HostileStringsTest {
    private final Ci ci;
    private final Belongings mine;
    private final Bodies bodies;
    private final List<Endpoint> endpoints;

    HostileStringsTest(Ci ci) {
        this.ci = ci;
        mine = Belongings.of(ci);
        bodies = new Bodies(mine);
        endpoints = Endpoint.all(ci);
    }

    /** Nobody waits for five minutes after every ten tries at a token or a password. */
    @BeforeAll
    static void tryAsOftenAsYouLike(Ci ci) {
        ci.configurePanel("npanel.failed-logins=300000");
    }

    @AfterAll
    static void asItWas(Ci ci) {
        ci.configurePanel();
    }

    @Test
    void everyTextFieldThatIsDescribedIsTried() {
        JsonNode components = ci.administrator()
                .get("openapi.json")
                .expect(200)
                .json()
                .path("components")
                .path("schemas");
        for (Endpoint endpoint : endpoints) {
            assertThat(bodies.templates(endpoint).keySet())
                    .as(endpoint.toString())
                    .containsAll(Bodies.described(endpoint, components));
        }
    }

    @TestFactory
    Stream<DynamicTest> noFieldTakesWhatItShouldNot() {
        return endpoints.stream()
                .flatMap(endpoint -> bodies.templates(endpoint).entrySet().stream()
                        .map(field -> DynamicTest.dynamicTest(
                                endpoint + " " + field.getKey(),
                                () -> assertThat(hurl(endpoint, field.getKey(), field.getValue()))
                                        .isEmpty())));
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
                "a".repeat(7_000),
                "Bearer",
                "Bearer a b")) {
            int status = ci.panel()
                    .send("GET", "auth/me", Map.of("Authorization", each), new byte[0])
                    .status();
            assertThat(status).isIn(400, 401, 431);
        }
        ci.administrator().get("auth/me").expect(200);
    }

    /** Over HTTP/2 it ends the connection of whoever sends it (RFC 9113, section 10.5.1), and no other. */
    @Test
    void aHeadThatIsTooLargeIsRefused() {
        Panel old = ci.panel().over(HttpClient.Version.HTTP_1_1);
        Panel current = ci.panel().over(HttpClient.Version.HTTP_2);
        Map<String, String> large = Map.of("Authorization", "a".repeat(20_000));
        assertThat(old.send("GET", "auth/me", large, new byte[0]).status()).isEqualTo(431);
        assertThat(current.anonymous("GET", "health", "").response().version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThatThrownBy(() -> current.send("GET", "auth/me", large, new byte[0]))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(current.anonymous("GET", "health", "").status()).isEqualTo(200);
        ci.administrator().get("auth/me").expect(200);
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
            Answer answer = patiently(endpoint, Bodies.fill(template, hostile.getValue()));
            String what = endpoint + " " + field + " " + hostile.getKey() + ": " + answer.status() + " ";
            String shown = answer.text().length() > 300 ? answer.text().substring(0, 300) : answer.text();
            if (answer.status() >= 500) {
                wrong.add(what + shown);
            } else if (Corpus.isNeverLegal(hostile.getKey())) {
                if (answer.status() != 400 && answer.status() != 413) {
                    wrong.add(what + "taken: " + shown);
                } else if (answer.status() == 400 && !names(answer, endpoint, field)) {
                    wrong.add(what + "not named: " + shown);
                }
            }
            if (!answer.text().isEmpty() && answer.status() >= 400 && !answer.isProblem()) {
                wrong.add(what + "no problem: " + shown);
            }
        }
        if (!isChanging(endpoint) && !mine.zone().served().equals(before)) {
            wrong.add(endpoint + " " + field + " changed the zone");
        }
        return wrong;
    }

    /** Whether it is said which field is wrong; of a zone file, in which line. */
    private static boolean names(Answer answer, Endpoint endpoint, String field) {
        String named = endpoint.path().endsWith("/import") ? "line " : field.replaceAll("[.\\[].*", "");
        return answer.violated().stream().anyMatch(each -> each.startsWith(named) || each.startsWith(field));
    }

    /** Where a legal value is taken, the zone may change. */
    private static boolean isChanging(Endpoint endpoint) {
        return endpoint.path().contains("/dns/{domain}/");
    }

    private Answer patiently(Endpoint endpoint, String body) {
        AtomicReference<Answer> last = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    String token =
                            endpoint.isAnonymous() ? "" : ci.administrator().token();
                    last.set(ci.panel().json(endpoint.method(), endpoint.with(mine.parameters(endpoint)), token, body));
                    return last.get().status() != 429;
                });
        return last.get();
    }
}
