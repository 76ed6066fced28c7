package dev.npanel.panel.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.problem.Violation;
import dev.npanel.channel.json.Json;
import dev.npanel.panel.account.AccountsResource.CreateAccount;
import dev.npanel.panel.account.AccountsResource.PasswordChange;
import dev.npanel.panel.account.AccountsResource.Suspension;
import dev.npanel.panel.auth.AuthResource.Credentials;
import dev.npanel.panel.auth.AuthResource.Refreshing;
import dev.npanel.panel.hosting.PackagesResource.PackageLimits;
import dev.npanel.panel.registry.DomainsResource.CreateDomain;
import dev.npanel.panel.setup.SetupResource.FirstAdministrator;
import dev.npanel.testkit.hostile.HostileStrings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ADVISORIES 4, 30: what is wrong is refused by type, with the name of its field, and nothing of it is echoed. */
class RequestsTest {
    private static final Json JSON = Json.rest();

    /** A request that is taken. */
    record Request(Class<? extends Record> type, Map<String, Object> fields) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static List<Request> requests() {
        return List.of(
                new Request(Credentials.class, Map.of("username", "alice", "password", "correct horse")),
                new Request(Refreshing.class, Map.of("refreshToken", "npr_x")),
                new Request(
                        FirstAdministrator.class,
                        Map.of("token", "nps_x", "username", "admin", "password", "correct horse", "email", "a@b.de")),
                new Request(
                        CreateAccount.class,
                        Map.of(
                                "name", "alice",
                                "password", "correct horse",
                                "email", "a@b.de",
                                "role", "USER",
                                "packageName", "default")),
                new Request(PasswordChange.class, Map.of("password", "correct horse", "current", "x")),
                new Request(CreateDomain.class, Map.of("name", "example.com", "account", "alice")),
                new Request(Suspension.class, Map.of("suspended", true)),
                new Request(PackageLimits.class, Map.of("domains", 1)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isTakenWhenAllIsWell(Request request) {
        assertThat(read(request, request.fields())).isInstanceOf(request.type());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesWhatCannotBeSeenInEveryField(Request request) {
        for (String field : request.fields().keySet()) {
            HostileStrings.invisible().forEach(text -> assertRefused(request, field, text));
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesAnyOtherHostileTextOrTakesItForWhatItIs(Request request) {
        for (String field : request.fields().keySet()) {
            HostileStrings.all().forEach(text -> {
                Map<String, Object> changed = new HashMap<>(request.fields());
                changed.put(field, text);
                try {
                    Object taken = read(request, changed);
                    assertThat(taken.toString()).doesNotContain("\n", "\r", "\u0000");
                } catch (ProblemException refused) {
                    assertNames(refused, field);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesOtherTypesAndUnknownFields(Request request) {
        for (String field : request.fields().keySet()) {
            Stream.of(List.of(), Map.of("text", "x"), 1.5).forEach(value -> assertRefused(request, field, value));
        }
        assertRefused(request, "hasroot", "1");
        assertRefused(request, "__proto__", Map.of());
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> JSON.read(
                        "{\"name\":\"../x\",\"email\":\"x\",\"extra\":1}".getBytes(StandardCharsets.UTF_8),
                        CreateAccount.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().violations())
                                .extracting(Violation::field)
                                .contains("name", "email", "extra", "password"));
    }

    @Test
    void secretsAreNotShown() {
        Object taken = read(requests().get(0), requests().get(0).fields());
        assertThat(taken.toString()).doesNotContain("correct horse");
        assertThatThrownBy(() -> JSON.write(taken)).isInstanceOf(RuntimeException.class);
    }

    private static void assertRefused(Request request, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(request.fields());
        changed.put(field, value);
        assertThatThrownBy(() -> read(request, changed))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertNames(refused, field));
    }

    private static void assertNames(ProblemException refused, String field) {
        assertThat(refused.problem().kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(refused.problem().violations())
                .extracting(Violation::field)
                .allMatch(
                        named -> named.equals(field) || named.startsWith(field + ".") || named.startsWith(field + "["));
    }

    private static Object read(Request request, Map<String, Object> fields) {
        return JSON.read(JSON.write(new TreeMap<>(fields)), request.type());
    }
}
