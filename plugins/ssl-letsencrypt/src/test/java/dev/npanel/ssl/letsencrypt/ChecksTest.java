package dev.npanel.ssl.letsencrypt;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.npanel.ssl.panel.check.Finding;
import dev.npanel.ssl.panel.check.Finding.Status;
import dev.npanel.ssl.panel.check.Report;
import dev.npanel.ssl.panel.outside.HttpLook;
import dev.npanel.ssl.panel.outside.HttpLook.End;
import dev.npanel.testkit.daemon.Daemon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What would keep the authority from issuing is said in plain words, and the authority is not asked. */
@Tag("S1")
class ChecksTest extends IssueTrial {
    @Test
    void nothingIsWrongWithANameThatLeadsHere() throws IOException {
        Report report = check("www.example.com", "www.bücher.example");
        assertThat(report.ready()).isTrue();
        assertThat(all(report)).allMatch(each -> each.status() == Status.OK);
        assertThat(messages(report)).anyMatch(each -> each.contains("answers on port 80 as it should"));
        assertThat(challenges()).isEmpty();
        assertThat(agent.written()).contains("ssl.challenge.put");
    }

    @Test
    void aDryRunPutsNothingAnywhere() throws IOException {
        Report report = checks(pebble.http()).of(context(true), names("www.example.com"));
        assertThat(report.ready()).isTrue();
        assertThat(agent.written()).doesNotContain("ssl.challenge.put");
    }

    @Test
    void addresses() {
        pebble.tell("set-servfail", "{\"host\":\"broken.example.\"}");
        pebble.tell("add-a", "{\"host\":\"inside.example.\",\"addresses\":[\"10.11.12.13\"]}");
        Report report = check("broken.example", "inside.example");
        assertThat(report.ready()).isFalse();
        assertThat(report.failures()).contains("broken.example", "SERVFAIL").doesNotContain("inside.example");
        assertThat(messages(report))
                .anyMatch(each -> each.contains("inside.example leads to 10.11.12.13"))
                .anyMatch(each -> each.contains("is a private address, which was not asked"));
        assertThat(refusal(issue("broken.example"))).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("ssl.check.failed");
            assertThat(refused.message()).contains("broken.example");
        });
        assertThat(proxy.said).noneMatch(each -> each.contains("/order-plz HTTP"));
    }

    @Test
    void aPortThatNobodyAnswersAt() {
        Report report = checks(Daemon.freePort()).of(ALICE, names("www.example.com"));
        assertThat(report.ready()).isFalse();
        assertThat(report.failures()).contains("127.0.0.1", "www.example.com", "does not answer on port 80");
    }

    @Test
    void whatAWebServerSaysInstead() throws IOException {
        Map<String, Integer> answers = Map.of("moved.example", 301, "gone.example", 404, "other.example", 200);
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            int status = answers.getOrDefault(exchange.getRequestHeaders().getFirst("Host"), 500);
            exchange.getResponseHeaders().add("Location", "http://192.0.2.1/");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        web.start();
        try {
            int port = web.getAddress().getPort();
            assertThat(checks(port).of(ALICE, names("moved.example"))).satisfies(report -> {
                assertThat(report.ready()).isTrue();
                assertThat(messages(report)).anyMatch(each -> each.contains("redirects challenges on port 80 (301)"));
            });
            for (String name : List.of("gone.example", "other.example")) {
                assertThat(checks(port).of(ALICE, names(name)).failures())
                        .contains(name, "does not give the challenge's answer on port 80", "" + answers.get(name));
            }
        } finally {
            web.stop(0);
        }
        assertThat(HttpLook.look(pebble.resolver(), "x.example", "t", "a").end())
                .isEqualTo(End.SILENT);
    }

    @Test
    void recordsThatSayWhoMayIssue() {
        caa("other.example", "issue", "other-ca.example");
        caa("ours.example", "issue", "CA.example; validationmethods=http-01");
        caa("dns.example", "issue", "ca.example; validationmethods=dns-01");
        caa("example.com", "issuewild", ";");
        assertThat(check("a.b.other.example").failures())
                .contains("CAA records of other.example", "only other-ca.example", "not ca.example");
        assertThat(check("www.ours.example").ready()).isTrue();
        assertThat(check("dns.example").failures()).contains("by http-01");
        assertThat(check("*.example.com").failures()).contains("allow nobody");
        assertThat(check("example.com").ready()).isTrue();
    }

    @Test
    void aZoneThatIsNotHere() {
        assertThat(check("*.nowhere.example").failures())
                .isEqualTo("A wildcard is shown by a record, but no zone of nowhere.example is on this server.");
        assertThat(messages(check("*.example.com"))).anyMatch(each -> each.contains("could not be seen"));
    }

    private void caa(String name, String tag, String value) {
        pebble.tell(
                "add-caa",
                "{\"host\":\"" + name + ".\",\"policies\":[{\"tag\":\"" + tag + "\",\"value\":\"" + value + "\"}]}");
    }

    private Report check(String... names) {
        return checks(pebble.http()).of(ALICE, names(names));
    }

    private static List<Finding> all(Report report) {
        return report.names().stream().flatMap(each -> each.findings().stream()).toList();
    }

    private static List<String> messages(Report report) {
        return all(report).stream().map(Finding::message).toList();
    }
}
