package dev.npanel.web.nginx.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.host.step.Content;
import dev.npanel.web.nginx.Examples;
import dev.npanel.web.nginx.config.ConfigReader;
import dev.npanel.web.nginx.config.Directive;
import dev.npanel.web.site.Site;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.Www;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("W1")
class VhostFileTest {
    private final VhostFile file = new VhostFile(Examples.CODEC);

    @ParameterizedTest
    @MethodSource("dev.npanel.web.nginx.Examples#all")
    void theModelComesBackAndSoDoesWhatNginxIsTold(Vhost vhost) {
        Content written = file.write(vhost);

        assertThat(file.read(written)).contains(vhost);
        assertThat(ConfigReader.read(text(written))).isEqualTo(Servers.of(vhost));
    }

    @Test
    void whatIsNoModelIsNone() {
        assertThat(file.read(Content.of("server {}\n"))).isEmpty();
        assertThat(file.read(Content.of("# vhost {\"domain\":1}\n"))).isEmpty();
    }

    @Test
    void oneNameLeadsToTheOther() {
        List<Directive> servers = Servers.of(Examples.vhost(Examples.FILES, Www.ADD, false));

        assertThat(servers).hasSize(2);
        assertThat(names(servers.get(0))).containsExactly("example.com");
        assertThat(names(servers.get(1))).containsExactly("www.example.com");
        assertThat(text(file.write(Examples.vhost(Examples.FILES, Www.ADD, false))))
                .contains("return 301 $scheme://www.example.com$request_uri;");
    }

    @Test
    void nothingOfASuspendedSiteIsServed() {
        assertThat(text(file.write(Examples.vhost(Examples.PHP, Www.SERVE, true))))
                .contains("return 503;")
                .doesNotContain("fastcgi_pass")
                .doesNotContain("public_html;");
    }

    @Test
    void linksOfATenantLeadNowhereElse() {
        for (Site site : List.of(Examples.PHP, Examples.FILES)) {
            assertThat(text(file.write(Examples.vhost(site))))
                    .contains("disable_symlinks if_not_owner from=/home/alice;");
        }
    }

    @Test
    void whatIsChangedByHandIsSeen() {
        String written = text(file.write(Examples.full()));
        assertThat(VhostFile.isIntact(Content.of(written))).isTrue();
        for (String changed : List.of(
                written + "\n",
                written.replace("listen 80", "listen 81"),
                written.replaceFirst("# sum .*\n", ""),
                "")) {
            assertThat(VhostFile.isIntact(Content.of(changed))).isFalse();
        }
    }

    @Test
    void aHostWithoutIpv6IsAskedForNone() {
        String written = text(new VhostFile(Examples.CODEC, false).write(Examples.full()));
        assertThat(written).contains("listen 80;").doesNotContain("[::]:");
        assertThat(file.read(Content.of(written))).contains(Examples.full());
    }

    @Test
    void aProtectedDirectoryAsksForScriptsToo() {
        String written = text(file.write(Examples.full()));
        List<Directive> site =
                Objects.requireNonNull(ConfigReader.read(written).get(2).block());
        Directive below = site.stream()
                .filter(each -> each.arguments().equals(List.of("^~", "/private/")))
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(below.block()))
                .extracting(Directive::name)
                .containsExactly("auth_basic", "auth_basic_user_file", "location", "location", "try_files");
        Directive script = site.stream()
                .filter(each -> each.arguments().equals(List.of("=", "/wp-login.php")))
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(script.block()))
                .extracting(Directive::name)
                .contains("fastcgi_pass");
        assertThat(written).contains("auth_basic_user_file /etc/npanel-web/users/example.com%private;");
    }

    private static List<String> names(Directive server) {
        return Objects.requireNonNull(server.block()).stream()
                .filter(each -> each.name().equals("server_name"))
                .flatMap(each -> each.arguments().stream())
                .toList();
    }

    private static String text(Content content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }
}
