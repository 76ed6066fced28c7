package dev.npanel.web.nginx.vhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.host.action.Plan;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.testkit.host.MemoryHost;
import dev.npanel.testkit.plan.GoldenPlan;
import dev.npanel.web.nginx.Examples;
import dev.npanel.web.nginx.site.VhostFile;
import dev.npanel.web.php.PhpSettings;
import dev.npanel.web.php.PhpVersion;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Site;
import dev.npanel.web.vhost.AddressRules;
import dev.npanel.web.vhost.CreateVhost;
import dev.npanel.web.vhost.DeleteVhost;
import dev.npanel.web.vhost.ListVhosts;
import dev.npanel.web.vhost.UpdateVhost;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.Www;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VhostPlansTest {
    private static final AccountName ALICE = new AccountName("alice");

    private final MemoryHost host = new MemoryHost()
            .file("/etc/nginx/conf.d/npanel.conf", "")
            .file("/usr/sbin/php-fpm8.1", "")
            .file("/usr/sbin/php-fpm8.2", "")
            .file("/home/alice/mail/x", "");
    private final Vhosts vhosts = new Vhosts(Examples.CODEC, true);

    @Test
    @Tag("W1")
    void nothingIsMadeWhereNginxDoesNotReadIt() {
        MemoryHost apart = new MemoryHost().file("/usr/sbin/php-fpm8.2", "");
        CreateVhost request = new CreateVhost(Examples.vhost(Examples.FILES));
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> new CreateVhostAction(vhosts).plan(request, apart));
        assertThat(refused.problem().code()).isEqualTo("web.server.apart");
    }

    @Test
    @Tag("W1")
    void theFirstPhpSiteStartsTheAccountsPhp() {
        mustBe("create-php.plan", create(Examples.vhost(Examples.PHP)));
    }

    @Test
    @Tag("W1")
    void aFurtherOneIsTakenInByIt() {
        there(other("other.example", Examples.PHP));
        mustBe("create-second-php.plan", create(Examples.vhost(Examples.PHP)));
    }

    @Test
    @Tag("W1")
    void aNameHasOneVirtualHost() {
        there(other("other.example", Examples.FILES));
        host.file("/etc/nginx/npanel/names/www.other.example", "other.example\n");

        assertThat(refused(() -> create(other("other.example", Examples.FILES))))
                .isEqualTo("web.vhost.exists");
        assertThat(refused(() -> create(other("www.other.example", Examples.FILES))))
                .isEqualTo("web.name.taken");
        Vhost alias = new Vhost(
                Examples.DOMAIN,
                ALICE,
                List.of(new DomainName("other.example")),
                Www.NONE,
                Examples.FILES,
                List.of(),
                AddressRules.NONE,
                false);
        assertThat(refused(() -> create(alias))).isEqualTo("web.name.taken");
    }

    @Test
    @Tag("W3")
    void anotherPhpIsStartedBeforeNginxAndTheOldOneGoesAfterIt() {
        there(Examples.vhost(Examples.PHP));
        Site newer = new Site.Php(Examples.ROOT, new PhpVersion("8.1"), PhpSettings.USUAL);
        mustBe("php-version.plan", update(Examples.vhost(newer)));
    }

    @Test
    @Tag("W3")
    void aPhpThatIsNotThereIsNamedWithThoseThatAre() {
        Site missing = new Site.Php(Examples.ROOT, new PhpVersion("7.4"), PhpSettings.USUAL);
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> create(Examples.vhost(missing)));
        assertThat(refused.problem().message()).isEqualTo("PHP 7.4 is not installed; there is PHP 8.1, 8.2.");
    }

    @Test
    @Tag("W3")
    void whatIsAlreadySoIsNotDoneAgainAndWhatWasChangedByHandIs() {
        Vhost vhost = Examples.vhost(Examples.FILES);
        there(vhost);
        assertThat(update(vhost).steps()).isEmpty();
        host.file("/etc/nginx/npanel/sites/example.com.conf", "# by hand\n" + text(vhosts.content(vhost)));
        assertThat(update(vhost).steps()).hasSize(2);
    }

    @Test
    @Tag("W1")
    void aFileWhereADirectoryIsToBeIsSaid() {
        host.file("/home/alice/afile", "");
        Site site = new Site.Static(new HomePath("afile/x"));
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> create(Examples.vhost(site)));
        assertThat(refused.problem().message()).isEqualTo("On the way to afile/x there is a file.");
    }

    @Test
    @Tag("W2")
    void nothingIsLeftOfWhatIsDeleted() {
        there(Examples.vhost(Examples.PHP));
        mustBe("delete.plan", new DeleteVhostAction(vhosts).plan(new DeleteVhost(Examples.DOMAIN, ALICE, true), host));
    }

    @Test
    @Tag("W2")
    void filesThatAreAlsoAnothersAreNotTakenAlong() {
        there(Examples.vhost(Examples.PHP));
        there(other("other.example", new Site.Static(new HomePath("domains/example.com/public_html/blog"))));
        DeleteVhost all = new DeleteVhost(Examples.DOMAIN, ALICE, true);
        assertThat(refused(() -> new DeleteVhostAction(vhosts).plan(all, host))).isEqualTo("web.root.shared");

        host.file("/var/log/npanel-php/alice/example.com.log", "x");
        List<Step> steps = new DeleteVhostAction(vhosts)
                .plan(new DeleteVhost(Examples.DOMAIN, ALICE, false), host)
                .steps();
        assertThat(steps)
                .contains(new Delete(new AbsolutePath("/var/log/npanel-php/alice/example.com.log")))
                .noneMatch(step -> step instanceof PutDirectory);
    }

    @Test
    @Tag("W2")
    void anotherAccountsIsLeftAlone() {
        there(Examples.vhost(Examples.PHP));
        DeleteVhost wish = new DeleteVhost(Examples.DOMAIN, new AccountName("mallory"), true);
        assertThat(refused(() -> new DeleteVhostAction(vhosts).plan(wish, host)))
                .isEqualTo("web.vhost.account");
    }

    @Test
    @Tag("W5")
    void listsByPages() {
        List.of("a.example", "b.example", "c.example").forEach(each -> there(other(each, Examples.FILES)));
        assertThat(list(null, null, 2)).containsExactly("a.example", "b.example");
        assertThat(list(null, "b.example", 2)).containsExactly("c.example");
        assertThat(list("b.example", null, 2)).containsExactly("b.example");
    }

    private List<String> list(@Nullable String within, @Nullable String after, int limit) {
        ListVhosts wish = new ListVhosts(
                within == null ? null : DomainSet.of(new DomainName(within)),
                after == null ? null : new DomainName(after),
                limit);
        return new ListVhostsAction(vhosts)
                .plan(wish, host).answer().apply(host).vhosts().stream()
                        .map(vhost -> vhost.domain().text())
                        .toList();
    }

    private Plan<Vhost> create(Vhost vhost) {
        return new CreateVhostAction(vhosts).plan(new CreateVhost(vhost), host);
    }

    private Plan<Vhost> update(Vhost vhost) {
        return new UpdateVhostAction(vhosts).plan(new UpdateVhost(vhost), host);
    }

    /** The host as the plan of its creation leaves it. */
    private void there(Vhost vhost) {
        for (Step step : create(vhost).steps()) {
            if (step instanceof PutFile put) {
                host.file(put.path().text(), text(put.content()));
            }
        }
        assertThat(new VhostFile(Examples.CODEC).write(vhost)).isEqualTo(vhosts.content(vhost));
    }

    private static Vhost other(String domain, Site site) {
        return new Vhost(new DomainName(domain), ALICE, List.of(), Www.NONE, site, List.of(), AddressRules.NONE, false);
    }

    private static String text(Content content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }

    private static String refused(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().code();
    }

    private static void mustBe(String file, Plan<?> plan) {
        new GoldenPlan(VhostPlansTest.class, file).mustBe(plan);
    }
}
