import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Sites that are made, until somebody sees them: a visitor asks for each from before the request for it, on a new connection each time. */
final class Sites {
    private static final int PATIENCE = 30_000;
    /** Not more often: what is measured needs the processor, too. */
    private static final long PAUSE = 4_000_000;

    private final PanelClient panel;
    private final String host = URI.create(System.getenv("PANEL")).getHost();

    Sites(PanelClient panel) {
        this.panel = panel;
    }

    /** Makes sites one after the other and prints {@code NAME-seen} and {@code NAME-answered}. */
    void oneByOne(String name, int from, int to) throws Exception {
        domains(from, to);
        List<Long> seen = new ArrayList<>();
        List<Long> answered = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            String site = name(i);
            long start = System.nanoTime();
            CompletableFuture<Long> visitor = CompletableFuture.supplyAsync(() -> awaitSeen(site));
            make(site);
            answered.add(System.nanoTime() - start);
            seen.add(visitor.join() - start);
        }
        Bench.quantiles(name + "-seen", seen);
        Bench.quantiles(name + "-answered", answered);
    }

    private static String name(int number) {
        return "v" + number + ".sites.example";
    }

    private void domains(int from, int to) throws Exception {
        for (int i = from; i <= to; i++) {
            PanelClient.expect(
                    201,
                    panel.http()
                            .send(panel.post("domains", "{\"name\":\"%s\"}".formatted(name(i))), BodyHandlers.ofString()));
        }
    }

    private void make(String site) throws Exception {
        String body = "{\"domain\":\"%s\",\"type\":\"STATIC\",\"www\":\"NONE\"}".formatted(site);
        PanelClient.expect(201, panel.http().send(panel.post("web/vhosts", body), BodyHandlers.ofString()));
    }

    /** When the site was seen. */
    private long awaitSeen(String site) {
        long end = System.nanoTime() + PATIENCE * 1_000_000L;
        while (System.nanoTime() < end) {
            if (page(site).contains("<title>" + site)) {
                return System.nanoTime();
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new IllegalStateException("nobody sees " + site);
    }

    private String page(String site) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, 80), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            String request = "GET / HTTP/1.1\r\nHost: " + site + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }
}
