package dev.npanel.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sites that real clients get from the real nginx and the real PHP. */
@OnHost
@Order(30)
class SitesTest {
    private static final int MANY = 20;

    private final Ci ci;
    private final Host host;
    private final Tenant tenant;

    SitesTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        tenant = ci.newTenant();
    }

    @Test
    @Tag("W1")
    void phpRunsAsItsAccountAndSeesNoOther() {
        Site site = new Site(ci, tenant);
        site.create("php", site.installedPhp()).expect(201);
        assertThat(site.get("/")).startsWith("200").contains(site.domain());
        site.file("who.php", "<?php echo get_current_user(), ' ', posix_geteuid(), ' ', ini_get('open_basedir');");
        assertThat(site.get("/who.php"))
                .contains(tenant.name() + " " + host.ask("id", "-u", tenant.name()) + " /home/" + tenant.name() + ":");

        Tenant other = ci.newTenant();
        Site others = new Site(ci, other);
        others.create().expect(201);
        others.file("secret.txt", "secret");
        site.file(
                "steal.php",
                "<?php passthru('cat " + others.root() + "/secret.txt 2>&1; ls /home'); "
                        + "var_dump(@file_get_contents('" + others.root() + "/secret.txt'));");
        assertThat(site.get("/steal.php"))
                .startsWith("200")
                .contains(tenant.name())
                .doesNotContain(other.name() + "\n")
                .doesNotContain("secret\n");
    }

    @Test
    @Tag("W1")
    void aLinkLeadsToNothingOfAnother() {
        Site site = new Site(ci, tenant);
        site.create("type", "STATIC").expect(201);
        Site others = new Site(ci, ci.newTenant());
        others.create("type", "STATIC").expect(201);
        others.file("mine.txt", "of another");
        assertThat(others.get("/mine.txt")).contains("of another");

        host.as(tenant.name(), new byte[0], "ln", "-s", others.root() + "/mine.txt", site.root() + "/link.txt")
                .ok();
        host.as(tenant.name(), new byte[0], "ln", "-s", others.root(), site.root() + "/folder")
                .ok();
        host.as(tenant.name(), new byte[0], "ln", "-s", "/etc/passwd", site.root() + "/passwd")
                .ok();
        for (String path : List.of("/link.txt", "/folder/mine.txt", "/passwd")) {
            assertThat(site.get(path)).startsWith("404").doesNotContain("of another");
        }
    }

    @Test
    @Tag("W1")
    void whatIsNotForVisitorsIsNotServed() {
        Site site = new Site(ci, tenant);
        site.create("type", "STATIC").expect(201);
        for (String name : List.of(".env", "wp-config.bak", "dump.sql", "settings.ini", "index.html~")) {
            site.file(name, "not for visitors");
            assertThat(site.get("/" + name)).startsWith("404");
        }
    }

    @Test
    @Tag("W1")
    void namesAndRedirects() {
        Site site = new Site(ci, tenant);
        String alias = tenant.newDomain();
        site.create("type", "STATIC", "www", "ADD", "aliases", List.of(alias)).expect(201);
        assertThat(site.get("/x?y=z")).startsWith("301 http://www." + site.domain() + "/x?y=z");
        assertThat(site.get("www." + site.domain(), "/")).startsWith("200");
        assertThat(site.get(alias, "/")).startsWith("200");

        site.update("www", "REMOVE", "aliases", List.of()).expect(200);
        assertThat(site.get("www." + site.domain(), "/x")).startsWith("301 http://" + site.domain() + "/x");
        assertThat(site.get(alias, "/")).startsWith("404").contains("no site here");
    }

    @Test
    @Tag("W2")
    void nothingIsLeftOfWhatIsDeleted() {
        Tenant lonely = ci.newTenant();
        Site site = new Site(ci, lonely);
        site.create().expect(201);
        site.file("page.php", "<?php echo 'here';");
        assertThat(site.get("/page.php")).contains("here");

        String change = site.delete("?files=true").expect(200).change();

        assertThat(site.get("/page.php")).startsWith("404").contains("no site here");
        assertThat(host.exec("systemctl", "is-active", "npanel-php" + site.installedPhp() + "@" + lonely.name())
                        .isOk())
                .isFalse();
        assertThat(host.ask(
                        "find",
                        "/etc/nginx",
                        "/etc/npanel-web",
                        "/var/log/npanel-web",
                        "/home/" + lonely.name(),
                        "/run/npanel-php",
                        "-name",
                        "*" + site.domain() + "*"))
                .isEmpty();
        assertThat(site.read().status()).isEqualTo(404);

        lonely.session()
                .post("changes/" + change + "/revert?domain=" + site.domain(), "")
                .expect(200);
        assertThat(site.get("/page.php")).contains("here");
    }

    @Test
    @Tag("W3")
    void whatIsRefusedChangesNothing() {
        Site site = new Site(ci, tenant);
        site.create().expect(201);
        Answer refused = tenant.session().put(site.path("/php"), "{\"version\":\"5.6\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("web.php.missing");
        assertThat(site.read().get("php")).isEqualTo(site.installedPhp());
        assertThat(new Site(ci, tenant, site.domain()).create().expect(409).code())
                .isEqualTo("web.vhost.exists");
    }

    @Test
    @Tag("W1")
    void whatNginxRefusesFailsAloneAndIsSaidInItsWords() {
        Site site = new Site(ci, tenant);
        host.write("/etc/nginx/conf.d/others.conf", "no_such_thing on;\n");
        Answer refused = site.create("type", "STATIC");
        host.ask("rm", "/etc/nginx/conf.d/others.conf");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.get("detail")).contains("unknown directive \"no_such_thing\" in others.conf:1");
        assertThat(site.read().status()).isEqualTo(404);
        assertThat(host.exec("test", "-e", "/etc/nginx/npanel/sites/" + site.domain() + ".conf")
                        .isOk())
                .isFalse();
        site.create("type", "STATIC").expect(201);
    }

    @Test
    @Tag("W1")
    void directoriesAskForPasswordsPagesAreTheOwnersAndLogsAreRead() {
        Site site = new Site(ci, tenant);
        site.create().expect(201);
        site.file("secret.php", "<?php echo 'for staff';");
        site.file("missing.html", "nothing like that");
        site.update("errorPages", List.of(Json.map("status", 404, "page", "/missing.html")))
                .expect(200);
        String password = Ci.password();
        String body = Json.object(
                "path",
                "/secret.php",
                "realm",
                "Staff",
                "users",
                List.of(Json.map("name", "anna", "password", password)));
        Answer made = tenant.session().put(site.path("/directories"), body).expect(200);
        assertThat(made.json().toString()).contains("anna").doesNotContain(password);

        assertThat(site.get("/secret.php")).startsWith("401").doesNotContain("for staff");
        assertThat(site.getAs("anna:" + password, "/secret.php"))
                .startsWith("200")
                .contains("for staff");
        assertThat(site.getAs("anna:wrong-Password", "/secret.php")).startsWith("401");
        assertThat(site.get("/nowhere.php")).startsWith("404").contains("nothing like that");
        String users = "/etc/npanel-web/users/" + site.domain() + "%secret.php";
        assertThat(host.ask("stat", "-c", "%a %U:%G", users)).isEqualTo("640 root:www-data");
        assertThat(host.exec("grep", "-rlF", "--", password, "/var/lib/npanel", "/var/log", "/etc/npanel-web")
                        .isOk())
                .isFalse();

        site.get("/%1b[31mred");
        Answer log = tenant.session()
                .get(site.path("/logs/access?lines=5&filter=red"))
                .expect(200);
        assertThat(log.json().path("lines").toString()).contains("[31mred").doesNotContain("\u001b");
        assertThat(tenant.session().get(site.path("/logs/access/download")).text())
                .contains("/nowhere.php");
        assertThat(tenant.session()
                        .put(site.path(""), "{\"directives\":[\"etag off\"]}")
                        .status())
                .isEqualTo(403);

        tenant.session().delete(site.path("/directories?path=/secret.php")).expect(200);
        assertThat(site.get("/secret.php")).startsWith("200");
    }

    @Test
    @Tag("W4")
    @Tag("C11")
    void aFileBrokenByHandBlocksNobodyAndIsNamed() {
        Site broken = new Site(ci, tenant);
        broken.create("type", "STATIC").expect(201);
        String file = "/etc/nginx/npanel/sites/" + broken.domain() + ".conf";
        host.write(file, host.ask("cat", file) + "\nno_such_thing on;\n");

        new Site(ci, ci.newTenant()).create("type", "STATIC").expect(201);
        assertThat(host.ask("cat", file)).doesNotContain("no_such_thing");
        assertThat(broken.get("/")).startsWith("200");

        host.write(file, host.ask("cat", file) + "\n# mine\n");
        assertThat(ci.administrator().get("web/state").expect(200).json().toString())
                .contains("CHANGED", file);
        broken.update().expect(200);
    }

    @Test
    @Tag("W4")
    void aReloadDropsNoConnection() throws Exception {
        Site site = new Site(ci, tenant);
        site.create("type", "STATIC").expect(201);
        host.as(tenant.name(), new byte[0], "dd", "if=/dev/zero", "of=" + site.root() + "/large", "bs=1M", "count=8")
                .ok();
        Process download = new ProcessBuilder(
                        "curl",
                        "--silent",
                        "--limit-rate",
                        "2M",
                        "--output",
                        "/dev/null",
                        "--write-out",
                        "%{size_download}",
                        "--header",
                        "Host: " + site.domain(),
                        "http://" + host.address() + "/large")
                .start();
        for (int i = 0; i < 5; i++) {
            ci.administrator().post("web/reload", "").expect(200);
        }
        assertThat(new String(download.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(String.valueOf(8 << 20));
        assertThat(tenant.session().post("web/reload", "").status()).isEqualTo(403);
    }

    @Test
    @Tag("W5")
    void manyAtOnceAreAllThere() {
        Tenant busy = ci.newTenant();
        List<Site> sites =
                IntStream.range(0, MANY).mapToObj(i -> new Site(ci, busy)).toList();
        List<CompletableFuture<Answer>> answers = sites.stream()
                .map(site -> CompletableFuture.supplyAsync(() -> site.create("type", "STATIC")))
                .toList();
        answers.forEach(answer -> answer.join().expect(201));
        sites.forEach(site -> assertThat(site.get("/")).startsWith("200").contains(site.domain()));
        assertThat(busy.session().get("web/vhosts?limit=500").json().path("items"))
                .hasSize(MANY);
    }

    @Test
    @Tag("W1")
    void aSuspendedSiteSaysSo() {
        Site site = new Site(ci, tenant);
        site.create("type", "STATIC").expect(201);
        assertThat(tenant.session().post(site.path("/suspend"), "").status()).isEqualTo(403);
        ci.administrator().post(site.path("/suspend"), "").expect(200);
        assertThat(site.get("/")).startsWith("503").contains("suspended");
        ci.administrator().post(site.path("/unsuspend"), "").expect(200);
        assertThat(site.get("/")).startsWith("200");
    }
}
