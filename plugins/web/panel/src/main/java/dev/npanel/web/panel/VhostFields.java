package dev.npanel.web.panel;

import dev.npanel.api.value.DomainName;
import dev.npanel.web.php.PhpVersion;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Upstream;
import dev.npanel.web.vhost.AddressRules;
import dev.npanel.web.vhost.ErrorPage;
import dev.npanel.web.vhost.ExtraDirective;
import dev.npanel.web.vhost.Redirect;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.Www;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is to change of a virtual host; what is not there stays. The fields are those of {@link NewVhost}; {@code errorPages} and
 * {@code directives} a new one has none of. */
public record VhostFields(
        @Nullable SiteType type,
        @Nullable HomePath root,
        @Nullable PhpVersion php,
        @Nullable PhpFields settings,
        @Nullable Upstream upstream,
        @Nullable Boolean websocket,
        @Nullable List<DomainName> aliases,
        @Nullable Www www,
        @Nullable List<Redirect> redirects,
        @Nullable AddressRules addresses,
        @Nullable TlsFields tls,
        @Nullable List<ErrorPage> errorPages,
        @Nullable List<ExtraDirective> directives) {
    public VhostFields {
        aliases = aliases == null ? null : List.copyOf(aliases);
        errorPages = errorPages == null ? null : List.copyOf(errorPages);
        directives = directives == null ? null : List.copyOf(directives);
        redirects = redirects == null ? null : List.copyOf(redirects);
    }

    Vhost over(Vhost present, Supplier<PhpVersion> newest) {
        SiteFields site = new SiteFields(type, root, php, settings, upstream, websocket);
        return new Vhost(
                present.domain(),
                present.account(),
                aliases == null ? present.aliases() : aliases,
                www == null ? present.www() : www,
                site.over(present.domain(), Optional.of(present.site()), newest),
                redirects == null ? present.redirects() : redirects,
                addresses == null ? present.addresses() : addresses,
                tls == null ? present.tls() : tls.over(present.tls()),
                present.suspended(),
                present.directories(),
                errorPages == null ? present.errorPages() : errorPages,
                directives == null ? present.directives() : directives);
    }
}
