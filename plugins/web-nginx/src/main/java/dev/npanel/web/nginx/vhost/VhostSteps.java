package dev.npanel.web.nginx.vhost;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import dev.npanel.web.nginx.php.PhpInstance;
import dev.npanel.web.nginx.php.PhpSteps;
import dev.npanel.web.nginx.site.OurPart;
import dev.npanel.web.nginx.site.Places;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Site;
import dev.npanel.web.vhost.Vhost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps from one state of a virtual host to the next. */
final class VhostSteps {
    private static final UnitChange RELOAD = new UnitChange("nginx.service", Verb.RELOAD);
    private static final AbsolutePath HOMES = new AbsolutePath("/home");
    private static final AbsolutePath PHP_LOGS = new AbsolutePath("/var/log/npanel-php");
    private static final int HOME_MODE = 0710;
    private static final int TENANT_MODE = 0755;
    private static final Ownership LOGS = new Ownership("root", "adm", 0750);
    private static final String WELCOME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
            <body><h1>%1$s</h1><p>This site has just been made. Its files go where this one is.</p></body></html>
            """;

    private final HostView host;
    private final List<Step> steps = new ArrayList<>();
    private PhpSteps php = PhpSteps.NONE;

    private VhostSteps(HostView host) {
        this.host = host;
    }

    /**
     * A virtual host that comes or changes.
     *
     * @param before null for one that comes
     */
    static Plan<Vhost> put(HostView host, Vhosts vhosts, @Nullable Vhost before, Vhost after, Step... more) {
        OurPart.require(host);
        Content file = vhosts.content(after);
        if (more.length == 0
                && after.equals(before)
                && host.file(Places.site(after.domain())).filter(file::equals).isPresent()) {
            return Plan.answer(after);
        }
        VhostSteps walk = new VhostSteps(host);
        walk.steps.addAll(List.of(more));
        walk.claims(before, after);
        walk.documents(before, after);
        walk.pools(before, after);
        if (before == null) {
            walk.steps.add(new PutDirectory(Places.logs(after.domain()), LOGS));
        }
        walk.steps.add(new PutFile(Places.site(after.domain()), file, Ownership.ROOT_0644));
        return walk.plan(after);
    }

    /** A virtual host that goes. */
    static Plan<Vhost> remove(HostView host, Vhosts vhosts, Vhost before, boolean files) {
        VhostSteps walk = new VhostSteps(host);
        List<Vhost> others = vhosts.others(host, before);
        walk.steps.add(new Delete(Places.site(before.domain())));
        walk.claims(before, null);
        walk.pools(before, null);
        before.directories().stream()
                .map(each -> Places.users(before.domain(), each.path()))
                .filter(file -> host.file(file).isPresent())
                .forEach(file -> walk.steps.add(new Delete(file)));
        walk.steps.add(new Delete(Places.logs(before.domain())));
        if (files) {
            root(before.site()).ifPresent(root -> walk.files(before, root, others));
        }
        walk.phpLogs(before);
        if (others.isEmpty()) {
            walk.home(before.account());
        }
        Plan<Vhost> plan = walk.plan(before);
        // nobody may make the account's next site meanwhile
        return files || others.isEmpty() ? plan.exclusively() : plan;
    }

    private void files(Vhost before, HomePath root, List<Vhost> others) {
        AbsolutePath going = emptied(before, root);
        List<String> sharing = others.stream()
                .filter(other -> root(other.site())
                        .map(its -> its.in(Places.home(other.account())))
                        .filter(its -> its.isWithin(going) || going.isWithin(its))
                        .isPresent())
                .map(other -> other.domain().text())
                .toList();
        if (!sharing.isEmpty()) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "web.root.shared",
                            "The files are also those of " + String.join(", ", sharing) + ".")
                    .asException();
        }
        steps.add(new Delete(going));
    }

    /** What PHP has logged of the site. The directory stays: systemd makes it again whenever the unit starts or stops. */
    private void phpLogs(Vhost before) {
        AbsolutePath logs = PHP_LOGS.child(before.account().text());
        String own = before.domain() + ".log";
        if (php(before.site()).isPresent() && host.children(logs).contains(own)) {
            steps.add(new Delete(logs.child(own)));
        }
    }

    /** nginx has nothing to look for in the home any more. */
    private void home(AccountName account) {
        if (host.children(HOMES).contains(account.text())) {
            steps.add(new PutDirectory(Places.home(account), new Ownership(account.text(), account.text(), 0750)));
        }
    }

    /** The document root, or the directory of the domain when nothing else is in it. */
    private AbsolutePath emptied(Vhost vhost, HomePath root) {
        AbsolutePath path = root.in(Places.home(vhost.account()));
        AbsolutePath above =
                new AbsolutePath(path.text().substring(0, path.text().lastIndexOf('/')));
        boolean ofDomain = above.text().endsWith("/" + vhost.domain());
        return ofDomain && host.children(above).size() == 1 ? above : path;
    }

    private Plan<Vhost> plan(Vhost answer) {
        steps.addAll(php.steps());
        steps.add(RELOAD);
        Plan<Vhost> plan = Plan.of(steps, answer);
        return php.exclusive() ? plan.exclusively() : plan;
    }

    private void claims(@Nullable Vhost before, @Nullable Vhost after) {
        Set<DomainName> had = before == null ? Set.of() : new HashSet<>(before.names());
        Set<DomainName> wanted = after == null ? Set.of() : new HashSet<>(after.names());
        had.stream()
                .filter(name -> !wanted.contains(name))
                .sorted()
                .map(Places::claim)
                .filter(claim -> host.file(claim).isPresent())
                .forEach(claim -> steps.add(new Delete(claim)));
        if (after != null) {
            wanted.stream()
                    .filter(name -> !had.contains(name) && !name.equals(after.domain()))
                    .sorted()
                    .forEach(name -> steps.add(
                            new PutFile(Places.claim(name), Content.of(after.domain() + "\n"), Ownership.ROOT_0644)));
        }
    }

    /** The way to the document root, as the tenant's, and a page in one that is new. */
    private void documents(@Nullable Vhost before, Vhost after) {
        Optional<HomePath> root = root(after.site());
        if (root.isEmpty() || (before != null && root.equals(root(before.site())))) {
            return;
        }
        AccountName account = after.account();
        AbsolutePath directory = Places.home(account);
        steps.add(new PutDirectory(directory, new Ownership(account.text(), Places.NGINX_GROUP, HOME_MODE)));
        boolean made = false;
        for (String part : root.get().parts()) {
            made = made || !host.children(directory).contains(part);
            directory = directory.child(part);
            requireNoFile(directory, root.get());
            if (made) {
                steps.add(new PutDirectory(directory, new Ownership(account.text(), account.text(), TENANT_MODE)));
            }
        }
        if (made) {
            steps.add(new PutFile(
                    directory.child("index.html"),
                    Content.of(WELCOME.formatted(after.domain().unicode())),
                    new Ownership(account.text(), account.text(), 0644)));
        }
    }

    private void requireNoFile(AbsolutePath directory, HomePath root) {
        if (host.file(directory).isPresent()) {
            throw Problem.of(ProblemKind.CONFLICT, "web.root.file", "On the way to " + root + " there is a file.")
                    .asException();
        }
    }

    private void pools(@Nullable Vhost before, @Nullable Vhost after) {
        Optional<Site.Php> had = before == null ? Optional.empty() : php(before.site());
        Optional<Site.Php> wanted = after == null ? Optional.empty() : php(after.site());
        boolean stays = had.map(Site.Php::version).equals(wanted.map(Site.Php::version));
        if (after != null && wanted.isPresent() && !(stays && same(had, wanted))) {
            PhpInstance instance = new PhpInstance(after.account(), wanted.get().version());
            php = php.and(
                    PhpSteps.put(host, instance, after.domain(), wanted.get().settings()));
        }
        if (before != null && had.isPresent() && !stays) {
            PhpInstance instance = new PhpInstance(before.account(), had.get().version());
            php = php.and(PhpSteps.remove(host, instance, before.domain()));
        }
    }

    private static boolean same(Optional<Site.Php> had, Optional<Site.Php> wanted) {
        return had.map(Site.Php::settings).equals(wanted.map(Site.Php::settings));
    }

    private static Optional<Site.Php> php(Site site) {
        return site instanceof Site.Php php ? Optional.of(php) : Optional.empty();
    }

    private static Optional<HomePath> root(Site site) {
        if (site instanceof Site.Php php) {
            return Optional.of(php.root());
        }
        return site instanceof Site.Static files ? Optional.of(files.root()) : Optional.empty();
    }
}
