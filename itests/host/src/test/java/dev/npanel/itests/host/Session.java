package dev.npanel.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Somebody who has logged in. Logs in again when the access token is over. Thread-safe. */
public final class Session {
    /** Half of what an access token is good for. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final Duration JOB = Duration.ofMinutes(1);

    private final Panel panel;
    private final String name;
    private final String password;
    private volatile String token;
    private volatile String refreshToken;
    private volatile long since;

    Session(Panel panel, String name, String password) {
        this.panel = panel;
        this.name = name;
        this.password = password;
        this.token = "";
        this.refreshToken = "";
    }

    public String name() {
        return name;
    }

    public String password() {
        return password;
    }

    /** An access token that holds, and will for a while. */
    public String token() {
        String used = token;
        if (used.isEmpty() || System.nanoTime() - since > FRESH.toNanos()) {
            renew(used);
        }
        return token;
    }

    public String refreshToken() {
        token();
        return refreshToken;
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    public Answer send(String method, String path, String body) {
        String used = token();
        Answer answer = panel.json(method, path, used, body);
        if (answer.status() != 401) {
            return answer;
        }
        renew(used);
        return panel.json(method, path, token, body);
    }

    /** The end of a job that does what it was asked for, and how it says so. */
    public String done(String job) {
        JsonNode end = ended(job);
        assertThat(end.path("state").asText()).as(end.toString()).isEqualTo("DONE");
        return end.path("progress").asText();
    }

    /** The end of a job, be it good or bad. */
    public JsonNode ended(String job) {
        await(job)
                .atMost(JOB)
                .until(() -> get("jobs/" + job).json().path("state").asText().matches("DONE|FAILED"));
        return get("jobs/" + job).json();
    }

    private synchronized void renew(String used) {
        if (token.equals(used)) {
            Answer answer = panel.login(name, password).expect(200);
            refreshToken = answer.get("refreshToken");
            token = answer.get("accessToken");
            since = System.nanoTime();
        }
    }
}
