package dev.npanel.web.nginx.site;

import dev.npanel.web.directory.ProtectedDirectory;
import dev.npanel.web.nginx.config.Directive;
import dev.npanel.web.site.Site;
import dev.npanel.web.vhost.ErrorPage;
import dev.npanel.web.vhost.UrlPath;
import dev.npanel.web.vhost.Vhost;
import java.util.ArrayList;
import java.util.List;

/** Directories that ask for a password, and pages for what is refused or fails. */
final class Guards {
    private Guards() {}

    static List<Directive> of(Vhost vhost) {
        List<Directive> found = new ArrayList<>();
        for (ProtectedDirectory each : vhost.directories()) {
            List<Directive> asking = List.of(
                    Directive.of("auth_basic", each.realm()),
                    Directive.of(
                            "auth_basic_user_file",
                            Places.users(vhost.domain(), each.path()).text()));
            found.addAll(each.path().text().equals("/") ? asking : Locations.within(vhost, each.path(), asking));
        }
        pages(vhost, found);
        return found;
    }

    private static void pages(Vhost vhost, List<Directive> found) {
        vhost.errorPages()
                .forEach(each -> found.add(Directive.of(
                        "error_page", String.valueOf(each.status()), each.page().text())));
        if (!vhost.errorPages().isEmpty() && vhost.site() instanceof Site.Php) {
            // what a script answers with one of these statuses, too
            found.add(Directive.of("fastcgi_intercept_errors", "on"));
        }
        vhost.errorPages().stream()
                .map(ErrorPage::page)
                .distinct()
                .map(UrlPath::text)
                // also for who may see nothing else, and only as the answer to something else
                .forEach(page -> found.add(Directive.of("location", "=", page)
                        .with(
                                Directive.of("internal"),
                                Directive.of("auth_basic", "off"),
                                Directive.of("allow", "all"))));
    }
}
