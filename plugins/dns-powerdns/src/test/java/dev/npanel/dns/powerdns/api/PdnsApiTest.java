package dev.npanel.dns.powerdns.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.powerdns.key.Keys;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.tests.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdnsApiTest {
    private static final String AWAY = "dns.backend.away";
    private static final DomainName ZONE = new DomainName("example.com");

    private final StrangeServer server = new StrangeServer();
    private final PdnsApi api = server.api();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "500|text/plain|Internal Server Error",
                "502|text/html|<html>Bad Gateway</html>",
                "404|text/html|<html>Not here</html>",
                "200|text/html|<html>Welcome to nginx!</html>",
                "200|application/json|{\"name\":",
                "200|application/json|[1,2",
                "200|application/json|{}",
                "200|application/json|[]",
                "200|application/json|null",
                "200|application/json|\"zone\"",
                "200|application/json|{\"name\":\"example.com.\",\"kind\":\"Native\",\"serial\":\"x\"}",
                "200|application/json|{\"name\":\"example.com.\",\"kind\":\"Native\",\"serial\":1,\"rrsets\":[{\"records\":7}]}",
                "200|application/json|{\"name\":\"example.com.\",\"kind\":\"Native\",\"serial\":1,\"rrsets\":[{\"ttl\":\"x\"}]}",
                "200|application/json|{\"name\":\"example.com.\",\"kind\":\"Native\",\"serial\":1,\"rrsets\":[7]}",
                "200|application/json|{\"name\":\"..\",\"kind\":\"Native\",\"serial\":1}",
                "301|text/html|moved",
                "401|text/plain|Unauthorized"
            })
    void rubbishIsAway(int status, String type, String body) {
        server.answers(status, type, body);
        Zones zones = new Zones(api);
        Problem problem = Refused.with(AWAY, () -> zones.find(ZONE));
        assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(problem.retryAfter()).isPositive();
        if (!body.equals("[]")) {
            Refused.with(AWAY, () -> zones.heads(zone -> true, 1));
            Refused.with(AWAY, () -> new Keys(api).of(ZONE));
            Refused.with(AWAY, () -> zones.metadata(ZONE));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "404|Not Found|NOT_FOUND|dns.zone.unknown",
                "409|Conflict|CONFLICT|dns.zone.exists",
                "413|too much|LIMIT|dns.backend.too-large",
                "422|{\"error\": \"RRset www.a.test. IN CNAME: Conflicts with pre-existing RRset\"}|CONFLICT|dns.record.conflict",
                "422|{\"error\": \"Record t.a.test./LOC 'x': Not in expected format (parsed as 'y')\"}|INVALID|dns.backend.refused",
                "400|Bad Request|INVALID|dns.backend.refused",
                "500|Internal Server Error|UNAVAILABLE|dns.backend.away"
            })
    void refusalsOfChangesAreTyped(int status, String body, ProblemKind kind, String code) {
        server.answers(status, "text/plain", body);
        Problem problem = Refused.with(code, () -> api.change("PATCH", "/zones/example.com.", new byte[0]));
        assertThat(problem.kind()).isEqualTo(kind);
    }

    /** It would go on for ever. */
    @ParameterizedTest
    @ValueSource(ints = {60_000, 100})
    @Timeout(60)
    void aSlowAnswerIsNotWaitedFor(int millisForAByte) {
        CountDownLatch never = new CountDownLatch(1);
        server.behaves(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            do {
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            } while (!passes(never, millisForAByte));
        });
        Refused.with(AWAY, () -> api.find("/zones"));
        never.countDown();
    }

    @Test
    void aCutAnswerIsAway() {
        server.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"name\":".getBytes(StandardCharsets.UTF_8));
        });
        Refused.with(AWAY, () -> api.find("/zones"));
    }

    @Test
    void anEndlessAnswerIsAway() {
        byte[] piece = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        server.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            for (int sent = 0; sent < 80; sent++) {
                exchange.getResponseBody().write(piece);
            }
        });
        Refused.with(AWAY, () -> api.find("/zones"));
    }

    @Test
    void aStrangeServerIsLeftAloneForAWhileAndFoundAgain() {
        server.answers(500, "text/plain", "Internal Server Error");
        for (int call = 0; call < 20; call++) {
            Refused.with(AWAY, () -> api.find("/zones"));
        }
        assertThat(server.requests()).isLessThan(20);
        server.answers(200, "application/json", "[]");
        await().atMost(Duration.ofSeconds(5))
                .ignoreException(ProblemException.class)
                .until(() -> api.find("/zones").isPresent());
    }

    @Test
    void theKeyIsInNoErrorAndNoText() {
        server.answers(401, "text/plain", "Unauthorized sesame-open-please");
        assertThatThrownBy(() -> api.find("/zones"))
                .satisfies(failure ->
                        assertThat(failure.toString() + failure.getCause()).doesNotContain("sesame"));
        assertThat(PdnsSettings.of(Map.of("NPANEL_PDNS_API_KEY", "sesame")).toString())
                .doesNotContain("sesame");
    }

    @Test
    void theKeyTravelsInTheOpenOnlyOnThisMachine() {
        for (String url : List.of(
                "http://192.0.2.1:8081",
                "http://dns.example.com",
                "http://127.0.0.1.example.com",
                "ftp://127.0.0.1",
                "https://user@example.com",
                "127.0.0.1:8081",
                "nonsense")) {
            assertThatThrownBy(() -> PdnsSettings.of(Map.of("NPANEL_PDNS_URL", url, "NPANEL_PDNS_API_KEY", "sesame")))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("sesame");
            PdnsApi refused = new PdnsApi(Map.of("NPANEL_PDNS_URL", url, "NPANEL_PDNS_API_KEY", "sesame"));
            Refused.with(AWAY, () -> refused.find("/zones"));
        }
        for (String url : List.of("https://dns.example.com:8443", "http://[::1]:8081", "http://localhost:8081")) {
            assertThat(PdnsSettings.of(Map.of("NPANEL_PDNS_URL", url, "NPANEL_PDNS_API_KEY", "sesame"))
                            .base())
                    .hasToString(url);
        }
    }

    @Test
    void withoutAKeyPowerDnsIsAway() {
        PdnsApi refused = new PdnsApi(Map.of());
        Refused.with(AWAY, () -> refused.find("/zones"));
        Refused.with(AWAY, () -> refused.change("PATCH", "/zones/x.", new byte[0]));
    }

    private static boolean passes(CountDownLatch latch, int millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
