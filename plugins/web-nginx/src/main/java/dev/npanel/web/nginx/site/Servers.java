package dev.npanel.web.nginx.site;

import dev.npanel.api.value.DomainName;
import dev.npanel.web.nginx.config.Directive;
import dev.npanel.web.site.Site;
import dev.npanel.web.vhost.AddressRules;
import dev.npanel.web.vhost.Redirect;
import dev.npanel.web.vhost.Tls;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.Www;
import java.util.ArrayList;
import java.util.List;

/** The {@code server} blocks of a virtual host: that of the site, and one for a name that only leads there. */
public final class Servers {
    /** Challenges of certificate authorities are answered for every name, whatever else holds for it. */
    private static final Directive CHALLENGES = Directive.of("location", "^~", "/.well-known/acme-challenge/")
            .with(
                    Directive.of("alias", "/var/lib/npanel/acme-challenge/"),
                    Directive.of("default_type", "text/plain"),
                    Directive.of("disable_symlinks", "off"),
                    Directive.of("auth_basic", "off"),
                    Directive.of("allow", "all"));

    private static final String SUSPENDED = "/.npanel/suspended.html";
    private static final String PAGES = "/usr/share/npanel-plugin-web-nginx/pages/";

    private Servers() {}

    /** All that is in the file. */
    public static List<Directive> of(Vhost vhost) {
        List<Directive> servers = new ArrayList<>();
        Tls tls = vhost.tls();
        if (tls != null && tls.force()) {
            servers.add(leadingToHttps(vhost));
        }
        DomainName www = vhost.www() == Www.NONE ? vhost.domain() : Vhost.www(vhost.domain());
        if (vhost.www() == Www.ADD) {
            servers.add(leadingTo(vhost, vhost.domain(), www));
        } else if (vhost.www() == Www.REMOVE) {
            servers.add(leadingTo(vhost, www, vhost.domain()));
        }
        servers.add(site(vhost));
        return servers;
    }

    private static Directive leadingToHttps(Vhost vhost) {
        List<Directive> content = head(vhost, vhost.names(), Listening.PLAIN);
        content.add(Directive.of("location", "/").with(Directive.of("return", "301", "https://$host$request_uri")));
        return server(content);
    }

    private static Directive leadingTo(Vhost vhost, DomainName from, DomainName to) {
        List<Directive> content = head(vhost, List.of(from), Listening.of(vhost));
        content.add(
                Directive.of("location", "/").with(Directive.of("return", "301", "$scheme://" + to + "$request_uri")));
        return server(content);
    }

    private static Directive site(Vhost vhost) {
        DomainName only = vhost.www() == Www.ADD ? vhost.domain() : Vhost.www(vhost.domain());
        boolean leads = vhost.www() == Www.ADD || vhost.www() == Www.REMOVE;
        List<Directive> content = head(
                vhost,
                vhost.names().stream()
                        .filter(name -> !leads || !name.equals(only))
                        .toList(),
                Listening.of(vhost));
        if (vhost.suspended()) {
            content.addAll(suspended());
            return server(content);
        }
        content.addAll(addresses(vhost.addresses()));
        vhost.directives().forEach(each -> content.add(ExtraDirectives.parse(each)));
        content.addAll(Guards.of(vhost));
        vhost.redirects().forEach(each -> content.addAll(redirect(each)));
        Site site = vhost.site();
        if (site instanceof Site.Php php) {
            content.addAll(Locations.php(vhost, php));
        } else if (site instanceof Site.Static files) {
            content.addAll(Locations.files(vhost, files));
        } else {
            content.addAll(Locations.proxy(vhost, (Site.Proxy) site));
        }
        return server(content);
    }

    private static Directive server(List<Directive> content) {
        return Directive.of("server").with(content);
    }

    private static List<Directive> head(Vhost vhost, List<DomainName> names, List<Directive> listening) {
        String logs = Places.logs(vhost.domain()).text();
        List<Directive> content = new ArrayList<>(listening);
        content.addAll(List.of(
                Directive.of("server_name", names.stream().map(DomainName::text).toArray(String[]::new)),
                Directive.of("access_log", logs + "/access.log", "npanel"),
                Directive.of("error_log", logs + "/error.log"),
                CHALLENGES));
        return content;
    }

    private static List<Directive> suspended() {
        return List.of(
                Directive.of("error_page", "503", SUSPENDED),
                Directive.of("location", "/").with(Directive.of("return", "503")),
                Directive.of("location", "=", SUSPENDED)
                        .with(Directive.of("internal"), Directive.of("alias", PAGES + "suspended.html")));
    }

    private static List<Directive> addresses(AddressRules rules) {
        List<Directive> found = new ArrayList<>();
        rules.deny().forEach(each -> found.add(Directive.of("deny", each.text())));
        rules.allow().forEach(each -> found.add(Directive.of("allow", each.text())));
        if (!rules.allow().isEmpty()) {
            found.add(Directive.of("deny", "all"));
        }
        return found;
    }

    private static List<Directive> redirect(Redirect redirect) {
        String path = redirect.from().text();
        Directive answer = Directive.of(
                "return", String.valueOf(redirect.status()), redirect.to().text());
        Directive exact = Directive.of("location", "=", path).with(answer);
        String below = path.endsWith("/") ? path : path + "/";
        return redirect.below()
                ? List.of(exact, Directive.of("location", "^~", below).with(answer)).stream()
                        .skip(path.equals("/") ? 1 : 0)
                        .toList()
                : List.of(exact);
    }
}
