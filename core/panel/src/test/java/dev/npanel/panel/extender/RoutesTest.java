package dev.npanel.panel.extender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.panel.mount.MountedBundle;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles that come, go and want the same. */
class RoutesTest {
    private final Served served;

    RoutesTest() throws Exception {
        served = new Served();
    }

    @AfterEach
    void close() throws Exception {
        served.close();
    }

    @Test
    void comesAndGoes() throws Exception {
        assertThat(status("/api/things/example.com")).isEqualTo(404);
        served.mount(1, new Things());
        assertThat(status("/api/things/example.com")).isEqualTo(200);
        served.routes.remove(1);
        assertThat(status("/api/things/example.com")).isEqualTo(404);
    }

    @Test
    void isSettledWhenNothingIsExpected() throws Exception {
        assertThat(served.routes.settle(Duration.ZERO)).isTrue();
        served.routes.expect(1);
        assertThat(served.routes.settle(Duration.ZERO)).isFalse();

        CompletableFuture<Boolean> settled =
                CompletableFuture.supplyAsync(() -> served.routes.settle(Duration.ofSeconds(60)));
        served.routes.arrived(1);

        assertThat(settled.get(60, TimeUnit.SECONDS)).isTrue();
    }

    /** The second is below what is mounted: a bundle's resources come one after the other. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/others", "/api/things/not/there/yet"})
    void whatHasNotStartedYetIsNotUnknownButUnavailable(String path) throws Exception {
        try (Served starting = new Served(false)) {
            starting.mount(1, new Things());
            for (HttpRequest.Builder request : List.of(starting.byAlice(path), starting.request(path))) {
                HttpResponse<String> answer = starting.send(request);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            }

            starting.routes.complete();

            assertThat(starting.send(starting.request(path)).statusCode()).isEqualTo(401);
            assertThat(starting.send(starting.byAlice(path)).statusCode()).isEqualTo(404);
        }
    }

    /** Caddy's rule: a second claim is refused loudly, and who was installed first keeps what is his. */
    @Test
    void keepsTheSecondClaimerOut() throws Exception {
        served.mount(7, new Things());
        served.mount(3, new Things());

        assertThat(served.routes.all()).extracting(MountedBundle::served).containsExactly(true, false);
        assertThat(served.routes.all().get(1).refusals()).containsExactly("/api/things belongs to bundle3");

        served.routes.remove(3);
        assertThat(served.routes.all()).extracting(MountedBundle::served).containsExactly(true);
        assertThat(status("/api/things/example.com")).isEqualTo(200);
    }

    @Test
    void answersWhatIsSuspendedWhenItsBundleGoes() throws Exception {
        Things things = new Things();
        served.mount(1, things);
        CompletableFuture<HttpResponse<String>> waiting = served.client()
                .sendAsync(served.request("/api/things/later/now").build(), BodyHandlers.ofString());
        assertThat(things.suspended.poll(10, TimeUnit.SECONDS)).isNotNull();

        served.routes.remove(1);

        assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
    }

    private int status(String path) throws Exception {
        return served.send(served.byAlice(path)).statusCode();
    }
}
