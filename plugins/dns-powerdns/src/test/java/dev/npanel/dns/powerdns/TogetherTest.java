package dev.npanel.dns.powerdns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.powerdns.api.PdnsApi;
import dev.npanel.dns.powerdns.rrset.Item;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.zone.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What several changes want of a zone at the same time goes to PowerDNS together. */
class TogetherTest {
    private static final DomainName ZONE = new DomainName("together.test");

    private final PdnsServer server = new PdnsServer();
    private final Zones zones = new Zones(new PdnsApi(server.environment()));
    private final List<Thread> threads = new ArrayList<>();

    @BeforeEach
    void zone() {
        server.util("create-zone", ZONE.text(), "ns1.example.net");
        server.util("set-meta", ZONE.text(), "SOA-EDIT-API", "INCREASE");
        server.util("set-meta", ZONE.text(), "API-RECTIFY", "0");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWaitsGoesInOneRequest() {
        long before = serial();
        server.freeze();
        List<CompletableFuture<Void>> changes = new ArrayList<>();
        changes.add(put("first", "192.0.2.1"));
        awaitWaiting();
        for (int i = 0; i < 30; i++) {
            changes.add(put("w" + i, "192.0.2.2"));
        }
        awaitWaiting();

        server.thaw();
        changes.forEach(CompletableFuture::join);

        assertThat(names()).contains("first.together.test.").contains("w0.together.test.", "w29.together.test.");
        assertThat(serial() - before).as("requests").isEqualTo(2);
    }

    @Test
    void aBrokenOneFailsAlone() {
        server.freeze();
        List<CompletableFuture<Void>> good = new ArrayList<>();
        good.add(put("first", "192.0.2.1"));
        awaitWaiting();
        good.add(put("good", "192.0.2.2"));
        CompletableFuture<Void> broken = put("broken", "no address");
        good.add(put("fine", "192.0.2.3"));
        awaitWaiting();

        server.thaw();
        good.forEach(CompletableFuture::join);

        assertThatThrownBy(broken::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ProblemException.class)
                .hasMessageContaining("refuses the A of broken.together.test");
        assertThat(names())
                .contains("first.together.test.", "good.together.test.", "fine.together.test.")
                .doesNotContain("broken.together.test.");
    }

    /** Who comes later is right, also when both wait. */
    @Test
    void whatIsAboutTheSameSetKeepsItsOrder() {
        server.freeze();
        List<CompletableFuture<Void>> changes = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            changes.add(put("same", "192.0.2." + i));
            awaitWaiting();
        }

        server.thaw();
        changes.forEach(CompletableFuture::join);

        assertThat(zones.find(ZONE).orElseThrow().sets())
                .filteredOn(set -> set.place().name().startsWith("same."))
                .flatExtracting(Rrset::items)
                .extracting(Item::content)
                .containsExactly("192.0.2.5");
    }

    private CompletableFuture<Void> put(String label, String address) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Place place = new Place(label + "." + ZONE + ".", "A");
        Rrset set = new Rrset(place, 300, List.of(new Item(address, false, false)), List.of());
        Thread thread = new Thread(() -> {
            try {
                zones.patch(ZONE, List.of(set), null, false);
                done.complete(null);
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        });
        threads.add(thread);
        thread.start();
        return done;
    }

    private void awaitWaiting() {
        await().until(() -> threads.stream()
                .allMatch(thread ->
                        thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING));
    }

    private long serial() {
        return zones.head(ZONE).orElseThrow().serial();
    }

    private List<String> names() {
        return zones.find(ZONE).orElseThrow().sets().stream()
                .map(set -> set.place().name())
                .toList();
    }
}
