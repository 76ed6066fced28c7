package dev.npanel.web.nginx.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.web.nginx.config.Directive;
import dev.npanel.web.vhost.ExtraDirective;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("W1")
class ExtraDirectivesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "add_header X-Robots-Tag \"noindex, nofollow\" always;",
                "expires 30d",
                "expires modified 1d",
                "gzip_types text/css application/javascript",
                "proxy_buffers 8 16k",
                "autoindex on"
            })
    void whatHarmsNobodyMayBe(String text) {
        assertThatCode(() -> ExtraDirectives.require(List.of(new ExtraDirective(text))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root /etc",
                "alias /etc/",
                "include /etc/passwd",
                "auth_basic off",
                "disable_symlinks off",
                "proxy_pass http://10.0.0.1",
                "access_log /etc/cron.d/x",
                "location /x { return 200; }",
                "expires 1d; root /etc",
                "expires 1d; } server { listen 81",
                "add_header X $http_y",
                "add_header X \"a\" b",
                "autoindex maybe",
                "autoindex \"on",
                "return 301 http://example.org",
                "# nothing",
                "lua_code x"
            })
    void everythingElseIsRefusedByItsPlace(String text) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> ExtraDirectives.require(List.of(new ExtraDirective("etag on"), new ExtraDirective(text))));
        assertThat(refused.problem().violations().get(0).field()).isEqualTo("directives[1]");
    }

    @Test
    void nginxReadsTheSame() {
        assertThat(ExtraDirectives.parse(new ExtraDirective(" add_header X 'a b' ; ")))
                .isEqualTo(Directive.of("add_header", "X", "a b"));
    }
}
