package dev.npanel.panel.extender;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients see of mounted resources. */
class ApiTest {
    private final Served served;

    ApiTest() throws Exception {
        served = new Served();
    }

    @BeforeEach
    void mount() {
        served.mount(1, new Things());
    }

    @AfterEach
    void close() throws Exception {
        served.close();
    }

    @Test
    void answersTheCaller() throws Exception {
        HttpResponse<String> answer = served.send(served.byAlice("/api/things/example.com?dryRun=true&limit=3"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"domain\":\"example.com\"", "\"by\":\"alice\"", "\"dryRun\":true", "\"limit\":3");
        assertThat(answer.headers().firstValue("NPanel-Request")).isPresent();
    }

    @Test
    void passesOnWhatTheAgentSaid() throws Exception {
        HttpResponse<String> answer = served.send(served.byAlice("/api/things/forwarded/now"));

        assertThat(answer.body()).isEqualTo("{\"name\":\"as it is\",\"size\":7}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().length());
    }

    /** ADVISORIES 47: whatever the method and the content type, a stranger is a stranger. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api/things/example.com",
        "HEAD, /api/things/example.com",
        "POST, /api/things",
        "PUT, /api/things",
        "PATCH, /api/things/example.com",
        "DELETE, /api/things/example.com",
        "GET, /api/things",
        "GET, /api/things/no/such/path",
        "GET, /api/nosuchplugin",
        "OPTIONS, /api/things",
        "TRACE, /api/things",
        "PROPFIND, /api/things",
    })
    void strangersGetNothing(String method, String path) throws Exception {
        for (String type :
                new String[] {"application/json", "text/plain", "application/xml", "application/x-www-form-urlencoded"
                }) {
            for (String body : List.of("", "{}", "{", "x")) {
                HttpResponse<String> answer = served.send(served.request(path)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body)));

                assertThat(answer.statusCode()).isIn(401, 405);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/things/example.com, Content-Type, x/y;q=z",
        "POST, /api/things, Content-Type, x/y;q=z",
        "DELETE, /api/things/example.com, Content-Type, nonsense",
        "GET, /api/things/no/such/path, Content-Type, x/y;q=z",
        "GET, /api/things/example.com, Accept, */*;q=z",
    })
    void namesTheHeaderThatCannotBeRead(String method, String path, String name, String value) throws Exception {
        HttpResponse<String> answer =
                served.send(served.request(path).header(name, value).method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/things, 405",
        "PUT, /api/things/example.com, 405",
        "GET, /api/things/no/such/path/at/all, 404",
        "GET, /api/nosuchplugin, 404",
        "GET, /elsewhere, 404",
        "POST, /api/things, 415",
        "GET, /api/things/broken/now, 500",
    })
    void whoIsKnownLearnsWhatIsWrong(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = served.send(
                served.byAlice(path).header("Content-Type", "application/xml").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).doesNotContain("shadow", "Exception");
    }

    @Test
    void namesEveryBrokenRuleOfABody() throws Exception {
        HttpResponse<String> answer = served.send(served.byAlice("/api/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"size\":\"big\",\"more\":1}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"name\"", "\"field\":\"size\"", "\"field\":\"more\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/things/%2e%2e, domain",
                "/api/things/a%0ab.example, domain",
                "/api/things/example.com?limit=x, limit",
                "/api/things/example.com?dryRun=yes, dryRun",
                "/api/things/example.com?dryRun=true&dryRun=false, dryRun",
            })
    void namesTheBrokenParameter(String pathAndField) throws Exception {
        String[] parts = pathAndField.split(", ", 2);
        HttpResponse<String> answer = served.send(served.byAlice(parts[0]));

        assertThat(answer.statusCode()).isEqualTo(400);
        if (!parts[0].contains("%")) {
            assertThat(answer.body()).contains("\"field\":\"" + parts[1] + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=x|limit|must be a whole number",
                "limit=|limit|must be a whole number",
                "limit=%2B1|limit|must be a whole number",
                "limit=%D9%A3|limit|must be a whole number",
                "limit=2147483648|limit|must be a whole number from -2147483648 to 2147483647",
                "limit=99999999999999999999|limit|must be a whole number from -2147483648 to 2147483647",
                "limit=1&limit=2|limit|must be given once",
                "colour=blue|colour|must be one of GREEN, RED",
                "fast=yes|fast|must be true or false",
                "fast=TRUE|fast|must be true or false",
                "dryrun=true|dryrun|is not known here; known are colour, dryRun, fast, limit, tag",
                "limit=1&%00=x|\\u0000|is not known here; known are colour, dryRun, fast, limit, tag",
            })
    void saysWhatAParameterMayBe(String query, String field, String rule) throws Exception {
        HttpResponse<String> answer = served.send(served.byAlice("/api/things/example.com?" + query));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"violations\":[{\"field\":\"" + field + "\",\"rule\":\"" + rule + "\"}]");
    }

    @Test
    void takesParametersAsTheyAreWritten() throws Exception {
        HttpResponse<String> answer =
                served.send(served.byAlice("/api/things/example.com?colour=RED&fast=true&limit=-7&tag=a&tag=b"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"colour\":\"RED\"", "\"fast\":true", "\"limit\":-7", "\"tags\":[\"a\",\"b\"]");
    }

    /** A change that was to be looked at only is not made because of a letter. */
    @Test
    void doesNothingThatIsAskedForInWordsItDoesNotKnow() throws Exception {
        HttpResponse<String> answer = served.send(
                served.byAlice("/api/things/example.com?dry-run=true").DELETE());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"dry-run\"");
    }

    /** What everybody may call knows no dryRun: it would be done. */
    @Test
    void nothingAnonymousIsOnlyLookedAt() throws Exception {
        HttpResponse<String> answer = served.send(served.request("/api/things/open?dryRun=true")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"a\",\"size\":1}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("{\"field\":\"dryRun\",\"rule\":\"is not known here\"}");
    }

    @Test
    void answersNoMoreThanIsOfUse() throws Exception {
        String query = IntStream.range(0, 500).mapToObj(i -> "p" + i + "=").collect(Collectors.joining("&"));
        HttpResponse<String> answer = served.send(served.byAlice("/api/things/example.com?" + query));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(3_000);
    }

    /** Who may not call it does not learn what it knows. */
    @Test
    void tellsStrangersOfNoParameter() throws Exception {
        HttpResponse<String> answer = served.send(served.request("/api/things/example.com?more=1"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesTwoCredentials() throws Exception {
        HttpResponse<String> answer =
                served.send(served.byAlice("/api/things/example.com").header("Authorization", "Bearer bob"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    /** ADVISORIES 3: what headers say of the peer does not count. */
    @Test
    void knowsThePeerByItsConnection() throws Exception {
        HttpResponse<String> answer = served.send(served.request("/api/things/open")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "8.8.8.8")
                .header("Forwarded", "for=8.8.8.8")
                .POST(BodyPublishers.ofString("{\"name\":\"a\",\"size\":1}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"peer\":\"127.0.0.1\"");
    }

    @Test
    void hasNoBodyWhereThereIsNone() throws Exception {
        HttpResponse<String> answer =
                served.send(served.byAlice("/api/things/example.com").DELETE());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void streamsEvents() throws Exception {
        HttpResponse<String> answer = served.send(served.request("/api/things/events/now"));

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(answer.body()).isEqualTo("event: first\ndata: 1\n\n");
    }
}
