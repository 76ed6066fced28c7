package dev.npanel.itests.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every endpoint that the panel says it has, with everybody who might come. ADVISORIES 21, 22, 31, 32, 47, 49. */
@OnHost
@Tag("C10")
@Order(40)
class DoorMatrixTest {
    private static final List<String> BODIES = List.of("", "{}", "{\"nosuchfield\":1}", "[]", "x");

    private final Ci ci;
    private final List<Endpoint> endpoints;
    private final Belongings mine;
    private final Tenant stranger;

    DoorMatrixTest(Ci ci) {
        this.ci = ci;
        mine = Belongings.of(ci);
        stranger = ci.newTenant();
        endpoints = Endpoint.all(ci);
    }

    @Test
    void theDescriptionHasTheEndpointsOfTheSpecification() {
        assertThat(endpoints.stream().map(Endpoint::toString))
                .contains(
                        "POST /api/auth/login",
                        "POST /api/setup",
                        "POST /api/accounts",
                        "POST /api/domains",
                        "POST /api/dns",
                        "GET /api/dns/{domain}/records",
                        "POST /api/dns/{domain}/import",
                        "POST /api/dns/{domain}/dnssec/rotate",
                        "GET /api/openapi.json",
                        "GET /api/health");
    }

    @Test
    void onlyAFewDoorsAreOpenToEverybody() {
        assertThat(endpoints.stream().filter(Endpoint::isAnonymous).map(Endpoint::toString))
                .containsOnly(
                        "POST /api/auth/login",
                        "POST /api/auth/refresh",
                        "POST /api/auth/logout",
                        "POST /api/setup",
                        "POST /api/setup/recovery",
                        "GET /api/health");
    }

    @Test
    void whoHasNotLoggedInGetsNothing() {
        String over = forged();
        assertThat(leaks(endpoint -> List.of("", "x.y.z", over), 401)).isEmpty();
    }

    @Test
    void whoOwnsNothingOfItGetsNothing() {
        List<String> before = mine.zone().served();
        assertThat(leaks(
                        endpoint -> isAboutSomething(endpoint) || endpoint.forAdministrators()
                                ? List.of(stranger.session().token())
                                : List.of(),
                        403))
                .isEmpty();
        assertThat(mine.zone().served()).isEqualTo(before);
    }

    @Test
    void ownersAreNotAdministrators() {
        assertThat(leaks(
                        endpoint -> endpoint.forAdministrators()
                                ? List.of(mine.owner().session().token())
                                : List.of(),
                        403))
                .isEmpty();
    }

    @Test
    void whatOthersOwnAndWhatIsNotThereLookTheSame() {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.isAnonymous() || !endpoint.path().contains("{domain}")) {
                continue;
            }
            Map<String, String> there = mine.parameters(endpoint);
            Map<String, String> nowhere = new LinkedHashMap<>(there);
            nowhere.put("domain", "no-such-domain.example");
            Answer foreign = ask(endpoint, there, stranger.session().token(), "");
            Answer unknown = ask(endpoint, nowhere, stranger.session().token(), "");
            assertThat(foreign.status()).as(endpoint.toString()).isEqualTo(unknown.status());
            assertThat(foreign.code()).as(endpoint.toString()).isEqualTo(unknown.code());
        }
    }

    @Test
    void ownersAndAdministratorsAreLetIn() {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.isAnonymous()
                    || !endpoint.method().equals("GET")
                    || endpoint.path().contains("/jobs/")
                    || endpoint.path().endsWith("/events")) {
                continue;
            }
            String query = endpoint.path().startsWith("/api/changes")
                    ? "?domain=" + mine.zone().domain()
                    : "";
            int asAdministrator = ci.administrator()
                    .get(endpoint.with(mine.parameters(endpoint)) + query)
                    .status();
            assertThat(asAdministrator).as(endpoint.toString()).isIn(200, 404);
            if (!endpoint.forAdministrators()) {
                int asOwner = mine.owner()
                        .session()
                        .get(endpoint.with(mine.parameters(endpoint)) + query)
                        .status();
                assertThat(asOwner).as(endpoint.toString()).isIn(200, 404);
            }
        }
    }

    /** A misspelt dryRun, above all, is no change. */
    @Test
    void nothingIsDoneForAParameterThatNobodyKnows() {
        for (Endpoint endpoint : endpoints) {
            assertUnknown(endpoint, "dry-run");
            if (endpoint.isAnonymous()) {
                assertUnknown(endpoint, "dryRun");
            }
        }
    }

    private void assertUnknown(Endpoint endpoint, String parameter) {
        String path = endpoint.with(mine.parameters(endpoint)) + "?" + parameter + "=true";
        Answer answer = patiently(() ->
                ci.panel().json(endpoint.method(), path, ci.administrator().token(), "{}"));
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.text()).as(path).contains("\"field\":\"" + parameter + "\"");
    }

    /** What was answered otherwise than with {@code expected}, for every endpoint, token and body. */
    private List<String> leaks(Function<Endpoint, List<String>> tokens, int expected) {
        List<String> leaks = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.isAnonymous()) {
                continue;
            }
            for (String token : tokens.apply(endpoint)) {
                for (String body : endpoint.method().matches("GET|DELETE") ? List.of("") : BODIES) {
                    Answer answer = ask(endpoint, mine.parameters(endpoint), token, body);
                    // a body or a query that is wrong may be refused before its owner is known; it tells nothing
                    boolean wrongBody = expected == 403 && !endpoint.method().equals("GET") && answer.status() == 400;
                    if (answer.status() != expected && !wrongBody) {
                        leaks.add(endpoint + " " + body + ": " + answer.status() + " " + answer.text());
                    }
                }
            }
        }
        return leaks;
    }

    private Answer ask(Endpoint endpoint, Map<String, String> parameters, String token, String body) {
        return patiently(() -> ci.panel().json(endpoint.method(), endpoint.with(parameters), token, body));
    }

    /** Strangers may ask fifty times a second. */
    private static Answer patiently(Supplier<Answer> request) {
        AtomicReference<Answer> last = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    last.set(request.get());
                    return last.get().status() != 429;
                });
        return last.get();
    }

    private static boolean isAboutSomething(Endpoint endpoint) {
        return endpoint.path()
                .matches("/api/(dns/\\{domain}|accounts/\\{name}|domains/\\{name}|web/vhosts/\\{domain}|ssl/\\{id}).*");
    }

    private String forged() {
        String[] parts = stranger.session().token().split("\\.", -1);
        return parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
    }
}
