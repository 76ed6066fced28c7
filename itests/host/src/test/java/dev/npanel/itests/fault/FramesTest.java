package dev.npanel.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Probes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What somebody who has become the panel can do to the socket: be refused, and be remembered. */
@OnHost
@Order(52)
class FramesTest {
    private static final String SOCKET = "/run/npanel/agent.sock";

    private final Ci ci;
    private final Host host;
    private int agent;

    FramesTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        ci.administrator();
        Probes.push(host);
        agent = host.pid("npanel-agent");
    }

    @AfterEach
    void theAgentIsAliveAndWell() {
        assertThat(host.pid("npanel-agent")).isEqualTo(agent);
        ci.administrator().get("dns").expect(200);
    }

    @Test
    void aRightCallIsAnswered() {
        assertThat(send("npanel", frame(call("dns.zone.list", Json.map("within", null, "limit", 10), Map.of()))))
                .contains("\"result\"");
    }

    @Test
    void otherUsersAreRefusedAndRemembered() {
        long before = audited();
        // the directory is closed to nobody; root gets as far as the agent, which asks who it is
        for (String user : new String[] {"nobody", "root"}) {
            String answer = send(user, frame(call("dns.zone.list", Json.map("limit", 10), Map.of())));
            assertThat(answer).doesNotContain("\"result\"");
        }
        assertThat(audited()).isGreaterThan(before);
    }

    @Test
    void anUnknownActionIsRefused() {
        refused(frame(call("system.shell", Json.map("command", "id"), Map.of())));
        refused(frame(call("dns.zone.listing", Map.of(), Map.of())));
        refused(frame(call("../../etc/passwd", Map.of(), Map.of())));
        refused(frame(call("java.lang.Runtime", Map.of(), Map.of())));
    }

    @Test
    void anotherContractIsRefused() {
        refused(frame(
                call("dns.zone.list", Json.map("limit", 10), Map.of("contract", Json.map("major", 99, "minor", 0)))));
        refused(frame(call("dns.zone.list", Json.map("limit", 10), Map.of("v", 99))));
    }

    @Test
    void aWrongInputIsRefused() {
        refused(frame(call("dns.zone.read", Json.map("zone", "a.example\nb"), Map.of())));
        refused(frame(call("dns.zone.read", Json.map("zone", "a.example", "more", 1), Map.of())));
        refused(frame(call("dns.zone.read", Map.of(), Map.of())));
    }

    @Test
    void rubbishIsRefused() {
        refused(hex(length(4), "null".getBytes(StandardCharsets.US_ASCII)));
        refused(frame("[]"));
        refused(frame("{\"type\":\"call\"}"));
        refused(frame("{\"type\":\"result\",\"v\":1,\"id\":1,\"files\":0,\"output\":{}}"));
        refused(frame("[".repeat(100_000)));
        refused(hex(length(0), new byte[0]));
        refused(hex(length(-1), new byte[0]));
        refused(hex(length(3), new byte[] {(byte) 0xff, (byte) 0xfe, 0}));
        refused("474554202f20485454502f312e310d0a0d0a");
    }

    @Test
    void anOversizedFrameIsRefusedBeforeItIsRead() {
        long before = audited();
        String answer = send("npanel", hex(length(512 << 20), new byte[0]));
        assertThat(answer).contains("closed");
        assertThat(audited()).isGreaterThan(before);
    }

    @Test
    void aTruncatedFrameIsRefused() {
        String whole = frame(call("dns.zone.list", Json.map("limit", 10), Map.of()));
        send("npanel", whole.substring(0, whole.length() - 20) + "\nclose");
        send("npanel", "0000\nclose");
    }

    @Test
    void aSlowFrameHoldsNobodyUp() {
        String whole = frame(call("dns.zone.list", Json.map("limit", 10), Map.of()));
        StringBuilder drip = new StringBuilder();
        for (int i = 0; i < 20; i += 2) {
            drip.append(whole, i, i + 2).append("\npause 1\n");
        }
        Thread slow = new Thread(() -> send("npanel", drip.toString()));
        slow.start();
        for (int i = 0; i < 20; i++) {
            assertThat(ci.administrator().get("dns").expect(200).took().toMillis())
                    .isLessThan(2_000);
        }
        try {
            slow.join(60_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void manyConnectionsAreTooMany() {
        String many = "for (1 .. 400) { push @all, IO::Socket::UNIX->new(Peer => '" + SOCKET
                + "') || last } print scalar(@all), \"\\n\"; sleep 2";
        host.as("npanel", new byte[0], "perl", "-MIO::Socket::UNIX", "-e", many);
        ci.administrator().get("dns").expect(200);
    }

    private void refused(String hex) {
        long before = audited();
        String answer = send("npanel", hex);
        assertThat(answer).contains("failure").doesNotContain("\"result\"", "Exception");
        assertThat(audited()).as("lines in the audit trail after " + answer).isGreaterThan(before);
    }

    /** What the agent answers, as text. */
    private String send(String user, String lines) {
        String[] answer = host.as(
                        user, (lines + "\n").getBytes(StandardCharsets.US_ASCII), "perl", Probes.FRAMES, SOCKET)
                .ok()
                .split("\n", -1);
        if (answer[0].equals("refused")) {
            return answer[0];
        }
        return new String(HexFormat.of().parseHex(answer[0]), StandardCharsets.UTF_8) + " " + answer[1];
    }

    private long audited() {
        return Long.parseLong(
                host.ask("grep", "-c", "", "/var/log/npanel/agent/audit.jsonl").strip());
    }

    private static String call(String action, Map<String, Object> input, Map<String, Object> other) {
        Map<String, Object> call = Json.map(
                "type",
                "call",
                "v",
                1,
                "id",
                1,
                "action",
                action,
                "contract",
                Json.map("major", 1, "minor", 0),
                "caller",
                Json.map("account", "admin", "role", "ADMINISTRATOR", "from", "192.0.2.1", "request", "test"),
                "deadlineMillis",
                5000,
                "dryRun",
                false,
                "files",
                0,
                "input",
                input);
        call.putAll(other);
        return Json.write(call);
    }

    private static String frame(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return hex(length(bytes.length), bytes);
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(4).putInt(length).array();
    }

    private static String hex(byte[] length, byte[] bytes) {
        return HexFormat.of().formatHex(length) + HexFormat.of().formatHex(bytes);
    }
}
