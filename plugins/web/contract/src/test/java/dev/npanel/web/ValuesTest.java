package dev.npanel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.TextValue;
import dev.npanel.testkit.hostile.HostileStrings;
import dev.npanel.web.php.PhpSettings;
import dev.npanel.web.php.PhpVersion;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Upstream;
import dev.npanel.web.vhost.AddressRange;
import dev.npanel.web.vhost.RedirectTarget;
import dev.npanel.web.vhost.UrlPath;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Advisories 22 and 37: what could mean something to a web server is refused by type. */
@Tag("W1")
class ValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"public_html", "domains/example.com/public_html", "a/b-c/d_e.f"})
    void pathsInTheHomeDirectory(String text) {
        assertThat(new HomePath(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/etc", "..", "a/../b", "./a", "a//b", "a/", ".ssh", "a/.git", "-rf", "a/-b", "a b", "a;b"})
    void noOtherPaths(String text) {
        refuses(HomePath::new, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:3000",
                "https://192.0.2.1",
                "http://[2001:db8::1]:8080/app/",
                "unix:app/run.sock"
            })
    void upstreams(String text) {
        assertThat(new Upstream(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://localhost:3000",
                "http://example.com",
                "http://user@127.0.0.1",
                "http://127.0.0.1:0",
                "http://127.0.0.1:99999",
                "http://127.0.0.1/?a",
                "http://127.0.0.1/#a",
                "http://127.0.0.1/a;b",
                "http://127.0.0.1/$host",
                "http://127.0.0.1/../x",
                "http://0177.1",
                "http://2130706433",
                "ftp://127.0.0.1",
                "unix:/run/docker.sock",
                "unix:../x.sock",
                "unix:a.sock:/x"
            })
    void noOtherUpstreams(String text) {
        refuses(Upstream::new, text);
    }

    @Test
    void whatAnAccountsProgramMayListenOn() {
        assertThat(new Upstream("unix:app.sock").isOfTenants()).isTrue();
        assertThat(new Upstream("http://127.0.0.1:1024").isOfTenants()).isTrue();
        assertThat(new Upstream("http://[::1]:3000").isOfTenants()).isTrue();
        assertThat(new Upstream("http://127.0.0.1").isOfTenants()).isFalse();
        assertThat(new Upstream("http://127.0.0.1:1023").isOfTenants()).isFalse();
        assertThat(new Upstream("http://169.254.169.254:3000").isOfTenants()).isFalse();
        assertThat(new Upstream("http://127.0.0.2:3000").isOfTenants()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b", "https://example.org", "https://example.org:8443/a?b=c&d", "/a%20b"})
    void targets(String text) {
        assertThat(new RedirectTarget(text).text()).isEqualTo(text);
    }

    @Test
    void targetsAreSpelledInOneWay() {
        assertThat(new RedirectTarget("HTTPS://Example.ORG/A").text()).isEqualTo("https://example.org/A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "//evil.example",
                "http://user@example.org",
                "http://user%0a@example.org/",
                "http://example.org/$scheme",
                "http://example.org/#x",
                "javascript:alert(1)",
                "http://",
                "/a b",
                "/a\"b",
                "/a\\b",
                "/%0"
            })
    void noOtherTargets(String text) {
        refuses(RedirectTarget::new, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "192.0.2.0/24", "0.0.0.0/0", "2001:db8::1", "2001:db8::/32", "::/0"})
    void addresses(String text) {
        assertThat(new AddressRange(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "all",
                "unix:",
                "192.0.2.256",
                "192.0.2",
                "192.0.2.1/33",
                "192.0.2.1/",
                "::1/129",
                ":::",
                "a.b",
                "1:2:3",
                "::1/08"
            })
    void noOtherAddresses(String text) {
        refuses(AddressRange::new, text);
    }

    @Test
    void hostileStringsAreRefusedOrMeanNothingElse() {
        HostileStrings.all().forEach(text -> {
            refuses(PhpVersion::new, text);
            refusesUnless(HomePath::new, text, "[A-Za-z0-9_][A-Za-z0-9._-]*");
            refusesUnless(Upstream::new, text, "http://169\\.254\\.169\\.254/");
            refusesUnless(AddressRange::new, text, "[0-9a-f.:]+");
            refusesUnless(UrlPath::new, text, "/[a-z/]*");
            refusesUnless(RedirectTarget::new, text, "/[a-z/]*");
        });
    }

    @Test
    void settingsOutOfBoundsAreNamed() {
        assertThatThrownBy(() -> new PhpSettings(0, 1, 99_999, 0, 1, false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().violations())
                                .extracting(each -> each.field())
                                .containsExactly("processes", "memory", "upload", "seconds", "inputs"));
    }

    private static void refusesUnless(Function<String, TextValue> type, String text, String harmless) {
        if (!text.matches(harmless)) {
            refuses(type, text);
        }
    }

    private static void refuses(Function<String, TextValue> type, String text) {
        assertThatThrownBy(() -> type.apply(text)).as(text).isInstanceOf(ProblemException.class);
    }
}
