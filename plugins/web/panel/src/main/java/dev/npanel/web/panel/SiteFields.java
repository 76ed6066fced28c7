package dev.npanel.web.panel;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import dev.npanel.web.php.PhpSettings;
import dev.npanel.web.php.PhpVersion;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Site;
import dev.npanel.web.site.Upstream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a site is to be, of which what is not said stays as it is, or is as usual.
 *
 * @param root the document root
 * @param upstream needed for a proxy
 */
record SiteFields(
        @Nullable SiteType type,
        @Nullable HomePath root,
        @Nullable PhpVersion php,
        @Nullable PhpFields settings,
        @Nullable Upstream upstream,
        @Nullable Boolean websocket) {
    /**
     * The site.
     *
     * @param present what it is now, if there is one
     * @param newest asked for a version of PHP when nothing else says one
     */
    Site over(DomainName domain, Optional<Site> present, Supplier<PhpVersion> newest) {
        SiteType wanted = type == null ? present.map(SiteType::of).orElse(SiteType.PHP) : type;
        refuseWhatItHasNot(wanted);
        return switch (wanted) {
            case PHP -> php(domain, present, newest);
            case STATIC -> new Site.Static(root(domain, present));
            case PROXY -> proxy(present);
        };
    }

    private Site.Php php(DomainName domain, Optional<Site> present, Supplier<PhpVersion> newest) {
        Optional<Site.Php> before =
                present.flatMap(site -> site instanceof Site.Php of ? Optional.of(of) : Optional.empty());
        PhpVersion version = php == null ? before.map(Site.Php::version).orElseGet(newest) : php;
        PhpSettings usual = before.map(Site.Php::settings).orElse(PhpSettings.USUAL);
        return new Site.Php(root(domain, present), version, settings == null ? usual : settings.over(usual));
    }

    private Site.Proxy proxy(Optional<Site> present) {
        Optional<Site.Proxy> before =
                present.flatMap(site -> site instanceof Site.Proxy of ? Optional.of(of) : Optional.empty());
        if (upstream == null && before.isEmpty()) {
            throw Problem.invalid("upstream", "is missing").asException();
        }
        return new Site.Proxy(
                upstream == null ? before.orElseThrow().upstream() : upstream,
                websocket == null ? before.map(Site.Proxy::websocket).orElse(true) : websocket);
    }

    private HomePath root(DomainName domain, Optional<Site> present) {
        if (root != null) {
            return root;
        }
        Optional<HomePath> before = present.flatMap(site -> site instanceof Site.Php of
                ? Optional.of(of.root())
                : site instanceof Site.Static of ? Optional.of(of.root()) : Optional.empty());
        return before.orElseGet(() -> new HomePath("domains/" + domain + "/public_html"));
    }

    private void refuseWhatItHasNot(SiteType wanted) {
        boolean scripts = php != null || settings != null;
        boolean proxied = upstream != null || websocket != null;
        if (wanted != SiteType.PHP && scripts) {
            throw Problem.invalid(php == null ? "settings" : "php", "is for sites of the type PHP")
                    .asException();
        } else if (wanted != SiteType.PROXY && proxied) {
            throw Problem.invalid(upstream == null ? "websocket" : "upstream", "is for sites of the type PROXY")
                    .asException();
        } else if (wanted == SiteType.PROXY && root != null) {
            throw Problem.invalid("root", "is for sites that have files").asException();
        }
    }
}
