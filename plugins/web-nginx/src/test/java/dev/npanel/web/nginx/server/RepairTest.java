package dev.npanel.web.nginx.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.npanel.host.step.Move;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.testkit.host.MemoryHost;
import dev.npanel.web.nginx.Examples;
import dev.npanel.web.nginx.vhost.Vhosts;
import dev.npanel.web.server.Finding;
import dev.npanel.web.server.InspectWeb;
import dev.npanel.web.server.RepairWeb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Advisory: an invalid neighbour blocks nobody, and is named. */
@Tag("W4")
class RepairTest {
    private static final String FILE = "/etc/nginx/npanel/sites/example.com.conf";

    private final Vhosts vhosts = new Vhosts(Examples.CODEC, true);
    private final Refusals refusals = new Refusals();
    private final MemoryHost host = new MemoryHost();
    private final String made =
            new String(vhosts.content(Examples.vhost(Examples.FILES)).bytes(), StandardCharsets.UTF_8);

    @Test
    void aFileThatWasBrokenByHandIsMadeAgainFromItsModel() {
        host.file(FILE, made + "no_such_thing on;\n");
        refuse("unknown directive \"no_such_thing\" in " + FILE + ":30");

        List<Step> steps = repair();
        assertThat(steps).hasSize(2);
        assertThat(new String(((PutFile) steps.get(0)).content().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(made);
    }

    @Test
    void oneWithoutAModelIsPutAside() {
        host.file(FILE, "server {\n").file(FILE + ".broken", "earlier");
        refuse("unexpected end of file, expecting \"}\" in " + FILE + ":2");

        assertThat(((Move) repair().get(0)).to().text()).isEqualTo(FILE + ".1.broken");
    }

    @Test
    void whatNginxDoesNotRefuseAndWhatIsNotOursIsLeftAlone() {
        host.file(FILE, made + "# by hand\n");
        assertThat(repair()).isEmpty();
        refuse("unknown directive \"x\" in /etc/nginx/conf.d/x.conf:1");
        assertThat(repair()).isEmpty();
        host.file(FILE, made);
        refuse("duplicate location \"/\" in " + FILE + ":20");
        assertThat(repair()).as("what nPanel has written itself").isEmpty();
    }

    @Test
    @Tag("C11")
    void whatIsNotAsItShouldBeIsNamed() {
        host.file(FILE, made + "# by hand\n")
                .file("/etc/nginx/npanel/sites/other.example.conf.broken", "")
                .file("/etc/nginx/conf.d/npanel.conf", "")
                .file("/etc/nginx/conf.d/fine.conf", "a b;\n")
                .file("/etc/nginx/conf.d/x.conf", "server {\n");
        refuse("unknown directive \"y\" in /etc/nginx/conf.d/y.conf:1");

        assertThat(findings())
                .extracting(Finding::sort, Finding::file, each -> String.valueOf(each.domain()))
                .containsExactly(
                        tuple(Finding.Sort.REFUSED, "/etc/nginx/conf.d/y.conf", "null"),
                        tuple(Finding.Sort.CHANGED, FILE, "example.com"),
                        tuple(
                                Finding.Sort.SET_ASIDE,
                                "/etc/nginx/npanel/sites/other.example.conf.broken",
                                "other.example"),
                        tuple(Finding.Sort.REFUSED, "/etc/nginx/conf.d/x.conf", "null"));
        assertThat(findings().get(0).message()).isEqualTo("nginx says: unknown directive \"y\" in line 1");

        refusals.taken();
        assertThat(findings()).hasSize(3);
    }

    @Test
    @Tag("C11")
    void thatNginxDoesNotReadTheSitesIsNamed() {
        host.file(FILE, made);
        assertThat(findings()).extracting(Finding::file).containsExactly("/etc/nginx/conf.d/npanel.conf");
    }

    private List<Finding> findings() {
        return new InspectAction(refusals)
                .plan(new InspectWeb(), host)
                .answer()
                .apply(host)
                .findings();
    }

    private List<Step> repair() {
        return new RepairAction(vhosts, refusals).plan(new RepairWeb(), host).steps();
    }

    private void refuse(String message) {
        refusals.refused(Refusals.Refusal.of(message));
    }
}
