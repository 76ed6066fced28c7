import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * The client side of {@code npanel bench}: asks a panel and its PowerDNS for the same things, and prints one line per
 * measurement, {@code name value}. Runs in the network namespace of the host that is measured; standard library only.
 *
 * <p>Environment: that of {@link PanelClient}, PDNS, PDNS_KEY, NAMES (file that gets every name the load has added).
 */
public final class Bench {
    private static final String ZONE = "bench.example";
    private static final int CLIENTS = 100;
    private static final Duration LOAD = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofSeconds(30);

    private final PanelClient panel;
    private final HttpClient http;
    private final String pdns = System.getenv("PDNS") + "/api/v1/servers/localhost/zones";

    private Bench(PanelClient panel) {
        this.panel = panel;
        http = panel.http();
    }

    /** One of: prepare, load, zones, list, start, and what {@link Sites} does. */
    public static void main(String[] args) throws Exception {
        PanelClient panel = new PanelClient();
        Bench bench = new Bench(panel);
        switch (args[0]) {
            case "sites" -> new Sites(panel).oneByOne(args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            case "prepare" -> bench.prepare(ZONE);
            case "load" -> bench.manyClients();
            case "zones" -> bench.manyZones(Integer.parseInt(args[1]));
            case "list" -> bench.listRecords();
            case "start" -> bench.awaitStart(args[1]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private void prepare(String zone) throws Exception {
        domain(zone);
        PanelClient.expect(201, http.send(panel.post("dns", zoneBody(zone)), BodyHandlers.ofString()));
    }

    private void domain(String name) throws Exception {
        PanelClient.expect(201, http.send(panel.post("domains", "{\"name\":\"%s\"}".formatted(name)), BodyHandlers.ofString()));
    }

    /** A hundred clients for a minute; with HTTP/1.1 each of them has a connection of its own. */
    private void manyClients() throws Exception {
        HttpClient each = HttpClient.newBuilder()
                .sslContext(http.sslContext())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        AtomicInteger count = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        List<String> names = Collections.synchronizedList(new ArrayList<>());
        long end = System.nanoTime() + LOAD.toNanos();
        inParallel(CLIENTS, client -> {
            while (System.nanoTime() < end) {
                String name = "load" + count.incrementAndGet();
                long start = System.nanoTime();
                HttpResponse<String> answer = each.send(addRecord(name), BodyHandlers.ofString());
                times.add(System.nanoTime() - start);
                if (answer.statusCode() == 201) {
                    names.add(name + "." + ZONE);
                } else if (errors.getAndIncrement() == 0) {
                    System.err.println(answer.statusCode() + " " + answer.body());
                }
            }
        });
        Files.write(Path.of(System.getenv("NAMES")), names);
        System.out.println("load-errors " + errors);
        System.out.println("load-rate " + names.size() / LOAD.toSeconds());
        quantiles("load", times);
    }

    private void manyZones(int existing) throws Exception {
        AtomicInteger next = new AtomicInteger();
        inParallel(16, client -> {
            for (int i = next.getAndIncrement(); i < existing; i = next.getAndIncrement()) {
                prepare("filler%d.example".formatted(i));
            }
        });
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String zone = "measured%d.example".formatted(i);
            domain(zone);
            ours.add(timed(201, panel.post("dns", zoneBody(zone))));
            theirs.add(timed(201, newZone("direct%d.example.".formatted(i))));
        }
        quantiles("zone", ours);
        quantiles("zone-direct", theirs);
    }

    private void listRecords() throws Exception {
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            long npanel = timed(200, panel.request("dns/" + ZONE + "/records?limit=1000").GET().build());
            long direct = timed(200, direct("/" + ZONE + ".").GET().build());
            if (i >= 50) {
                ours.add(npanel);
                theirs.add(direct);
            }
        }
        quantiles("list", ours);
        quantiles("list-direct", theirs);
    }

    /**
     * Waits for a line, asks until there is an answer, and prints when that was, by the clock of systemd's timestamps. Says first
     * that it is waiting: what it needs is loaded then, so that it takes next to nothing from what starts.
     */
    private void awaitStart(String path) throws Exception {
        HttpRequest request = panel.request(path).build();
        if (!answered(request)) {
            throw new IllegalStateException("no answer at " + path + " before the stop");
        }
        System.out.println("waiting");
        System.in.read();
        long end = System.nanoTime() + START.toNanos();
        while (!answered(request)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no answer at " + path);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        System.out.println(System.nanoTime() / 1000);
    }

    private boolean answered(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    interface Client {
        void run(int number) throws Exception;
    }

    static void inParallel(int clients, Client client) {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        IntFunction<CompletableFuture<Void>> start = number -> CompletableFuture.runAsync(() -> {
            try {
                client.run(number);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, pool);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            running.add(start.apply(i));
        }
        running.forEach(CompletableFuture::join);
        pool.shutdown();
    }

    private long timed(int status, HttpRequest request) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        long time = System.nanoTime() - start;
        PanelClient.expect(status, answer);
        return time;
    }

    private HttpRequest addRecord(String name) throws Exception {
        return panel.post("dns/" + ZONE + "/records", record(name));
    }

    private static String record(String name) {
        return "{\"name\":\"%s\",\"type\":\"A\",\"ttl\":300,\"content\":\"192.0.2.1\"}".formatted(name);
    }

    private static String zoneBody(String zone) {
        return "{\"domain\":\"%s\",\"nameservers\":[\"ns1.hoster.example\",\"ns2.hoster.example\"]}".formatted(zone);
    }

    private HttpRequest newZone(String zone) {
        String body = """
                {"name":"%s","kind":"Native","nameservers":["ns1.hoster.example.","ns2.hoster.example."]}""".formatted(zone);
        return direct("").POST(BodyPublishers.ofString(body)).build();
    }

    /** To PowerDNS itself; the path is below its zones. */
    private HttpRequest.Builder direct(String path) {
        return HttpRequest.newBuilder(URI.create(pdns + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-API-Key", System.getenv("PDNS_KEY"));
    }

    static void quantiles(String name, List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        for (int percent : new int[] {50, 99}) {
            double millis = sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
            System.out.println(String.format(Locale.ROOT, "%s-p%d %.1f", name, percent, millis));
        }
    }
}
