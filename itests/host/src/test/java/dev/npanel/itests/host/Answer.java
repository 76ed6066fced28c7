package dev.npanel.itests.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the panel answered. */
public record Answer(String request, int status, String text, HttpResponse<String> response, Duration took) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** This answer, when it has one of these statuses. */
    public Answer expect(Integer... statuses) {
        if (!List.of(statuses).contains(status)) {
            throw new AssertionError(request + ": " + status + " " + text);
        }
        return this;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(request + ": not JSON: " + text, broken);
        }
    }

    /** A field of the answer, as text. */
    public String get(String field) {
        return json().path(field).asText();
    }

    /** The code of a problem. */
    public String code() {
        return get("code");
    }

    /** The fields that the violations of a problem name. */
    public List<String> violated() {
        return StreamSupport.stream(json().path("violations").spliterator(), false)
                .map(violation -> violation.path("field").asText())
                .toList();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The change that was made. */
    public String change() {
        return header("NPanel-Change").orElseThrow(() -> new AssertionError(request + " names no change"));
    }

    /** Whether this is a problem as RFC 9457 has it, and tells nothing of the inside. */
    public boolean isProblem() {
        return header("Content-Type").orElse("").startsWith("application/problem+json")
                && json().path("status").asInt() == status
                && !json().path("code").asText().isEmpty()
                && !text.matches("(?s).*(Exception|\\bat dev\\.npanel|/var/lib|/usr/lib|SQLITE|java\\.).*");
    }
}
