package dev.npanel.web.vhost;

import dev.npanel.api.problem.Problem;
import dev.npanel.web.directory.ProtectedDirectory;
import dev.npanel.web.site.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of what a virtual host has besides. */
final class Extras {
    private static final int MAX_DIRECTORIES = 100;
    private static final int MAX_DIRECTIVES = 50;

    private Extras() {}

    static void require(
            Site site,
            List<Redirect> redirects,
            List<ProtectedDirectory> directories,
            List<ErrorPage> errorPages,
            List<ExtraDirective> directives) {
        Set<UrlPath> paths = new HashSet<>();
        redirects.forEach(each -> paths.add(each.from()));
        if (directories.size() > MAX_DIRECTORIES
                || directories.stream().map(ProtectedDirectory::path).distinct().count() < directories.size()
                || directories.stream().anyMatch(each -> !isRoot(each.path()) && !paths.add(each.path()))) {
            throw Problem.invalid(
                            "directories", "must be at most 100, of paths that differ from each other's and redirects'")
                    .asException();
        }
        if (!errorPages.isEmpty() && site instanceof Site.Proxy) {
            throw Problem.invalid("errorPages", "are for sites that have files").asException();
        }
        if (errorPages.stream().map(ErrorPage::status).distinct().count() < errorPages.size()
                || errorPages.stream().map(ErrorPage::page).anyMatch(paths::contains)) {
            throw Problem.invalid("errorPages", "must be of different statuses, at paths of their own")
                    .asException();
        }
        if (directives.size() > MAX_DIRECTIVES) {
            throw Problem.invalid("directives", "must be at most " + MAX_DIRECTIVES)
                    .asException();
        }
    }

    private static boolean isRoot(UrlPath path) {
        return path.text().equals("/");
    }
}
