package dev.npanel.web.panel;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.web.directory.ProtectedDirectory;
import dev.npanel.web.php.PhpSettings;
import dev.npanel.web.php.PhpVersion;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Site;
import dev.npanel.web.site.Upstream;
import dev.npanel.web.vhost.AddressRules;
import dev.npanel.web.vhost.ErrorPage;
import dev.npanel.web.vhost.ExtraDirective;
import dev.npanel.web.vhost.Redirect;
import dev.npanel.web.vhost.Tls;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.VhostPage;
import dev.npanel.web.vhost.Www;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual host as the client sees it: the fields of {@link NewVhost}, with null where the type of site has none.
 *
 * @param unicode the domain as people read it
 */
public record VhostView(
        DomainName domain,
        String unicode,
        AccountName username,
        SiteType type,
        @Nullable HomePath root,
        @Nullable PhpVersion php,
        @Nullable PhpSettings settings,
        @Nullable Upstream upstream,
        @Nullable Boolean websocket,
        List<DomainName> aliases,
        Www www,
        List<Redirect> redirects,
        AddressRules addresses,
        @Nullable Tls tls,
        boolean suspended,
        List<ProtectedDirectory> directories,
        List<ErrorPage> errorPages,
        List<ExtraDirective> directives) {
    static VhostView of(Vhost vhost) {
        Site site = vhost.site();
        Site.Php php = site instanceof Site.Php of ? of : null;
        Site.Static files = site instanceof Site.Static of ? of : null;
        Site.Proxy proxy = site instanceof Site.Proxy of ? of : null;
        return new VhostView(
                vhost.domain(),
                vhost.domain().unicode(),
                vhost.account(),
                SiteType.of(site),
                php != null ? php.root() : files != null ? files.root() : null,
                php == null ? null : php.version(),
                php == null ? null : php.settings(),
                proxy == null ? null : proxy.upstream(),
                proxy == null ? null : proxy.websocket(),
                vhost.aliases(),
                vhost.www(),
                vhost.redirects(),
                vhost.addresses(),
                vhost.tls(),
                vhost.suspended(),
                vhost.directories(),
                vhost.errorPages(),
                vhost.directives());
    }

    /**
     * One page of virtual hosts.
     *
     * @param next what to ask for as {@code after}, or null at the end
     */
    public record Page(List<VhostView> items, @Nullable DomainName next) {
        static Page of(VhostPage page) {
            List<VhostView> items = page.vhosts().stream().map(VhostView::of).toList();
            return new Page(items, page.more() ? items.get(items.size() - 1).domain() : null);
        }
    }
}
