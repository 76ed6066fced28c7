package dev.npanel.web.panel;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.web.php.PhpVersion;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Upstream;
import dev.npanel.web.vhost.AddressRules;
import dev.npanel.web.vhost.Redirect;
import dev.npanel.web.vhost.Www;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual host as a person asks for it (W1).
 *
 * @param username the account that owns the domain, or null for just that
 * @param type null for {@link SiteType#PHP}
 * @param root the document root; null for {@code domains/}domain{@code /public_html}
 * @param php null for the newest version there is
 * @param settings what differs from the usual, or null
 * @param upstream where a proxy leads
 * @param websocket whether connections through a proxy may be upgraded; null for yes
 * @param www null for {@link Www#SERVE}
 * @param tls null for a site without HTTPS
 */
public record NewVhost(
        DomainName domain,
        @Nullable AccountName username,
        @Nullable SiteType type,
        @Nullable HomePath root,
        @Nullable PhpVersion php,
        @Nullable PhpFields settings,
        @Nullable Upstream upstream,
        @Nullable Boolean websocket,
        List<DomainName> aliases,
        @Nullable Www www,
        List<Redirect> redirects,
        @Nullable AddressRules addresses,
        @Nullable TlsFields tls) {
    public NewVhost {
        aliases = List.copyOf(aliases);
        redirects = List.copyOf(redirects);
    }

    /** One that only the domain is known of. */
    static NewVhost usual(DomainName domain) {
        return new NewVhost(domain, null, null, null, null, null, null, null, List.of(), null, List.of(), null, null);
    }

    SiteFields site() {
        return new SiteFields(type, root, php, settings, upstream, websocket);
    }
}
