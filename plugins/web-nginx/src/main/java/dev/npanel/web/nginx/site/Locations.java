package dev.npanel.web.nginx.site;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.web.nginx.config.Directive;
import dev.npanel.web.nginx.php.PhpInstance;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Site;
import dev.npanel.web.site.Upstream;
import dev.npanel.web.vhost.UrlPath;
import dev.npanel.web.vhost.Vhost;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** How the requests for a site are answered. */
final class Locations {
    /** What is in a document root for the programs that made it, and not for visitors. */
    private static final String NEVER_SERVED =
            "(?:/\\.(?!well-known/)|\\.(?:bak|conf|dist|env|inc|ini|log|orig|save|sh|sql|swo|swp)$|~$)";

    private static final Directive NEVER =
            Directive.of("location", "~*", NEVER_SERVED).with(Directive.of("return", "404"));
    private static final Directive FILES = Directive.of("try_files", "$uri", "$uri/", "=404");
    private static final Directive PHP_FILES = Directive.of("try_files", "$uri", "$uri/", "/index.php?$query_string");

    private Locations() {}

    static List<Directive> php(Vhost vhost, Site.Php php) {
        List<Directive> found = root(vhost, php.root(), "index.php", "index.html", "index.htm");
        found.add(Directive.of("client_max_body_size", php.settings().upload() + "m"));
        found.add(Directive.of("location", "/").with(PHP_FILES));
        found.add(scripts(vhost, php));
        return found;
    }

    /** How the requests for a path and all below it are answered that is told something more: in a block of its own. */
    static List<Directive> within(Vhost vhost, UrlPath path, List<Directive> more) {
        Site site = vhost.site();
        String below = path + "/";
        List<Directive> exact = new ArrayList<>(more);
        List<Directive> all = new ArrayList<>(more);
        if (site instanceof Site.Php php) {
            exact.addAll(path.text().endsWith(".php") ? script(vhost, php) : List.of(PHP_FILES));
            all.addAll(List.of(NEVER, scripts(vhost, php), PHP_FILES));
        } else if (site instanceof Site.Static) {
            exact.add(FILES);
            all.addAll(List.of(NEVER, FILES));
        } else {
            exact.addAll(handedOn(vhost, (Site.Proxy) site, path.text()));
            all.addAll(handedOn(vhost, (Site.Proxy) site, below));
        }
        return List.of(
                Directive.of("location", "=", path.text()).with(exact),
                Directive.of("location", "^~", below).with(all));
    }

    private static Directive scripts(Vhost vhost, Site.Php php) {
        return Directive.of("location", "~", "\\.php$").with(script(vhost, php));
    }

    private static List<Directive> script(Vhost vhost, Site.Php php) {
        PhpInstance instance = new PhpInstance(vhost.account(), php.version());
        return List.of(
                Directive.of("try_files", "$uri", "=404"),
                Directive.of("include", "fastcgi_params"),
                Directive.of("fastcgi_param", "SCRIPT_FILENAME", "$document_root$fastcgi_script_name"),
                // a header of the client that programs take for a setting of theirs
                Directive.of("fastcgi_param", "HTTP_PROXY", ""),
                Directive.of("fastcgi_read_timeout", php.settings().seconds() + 5 + "s"),
                Directive.of("fastcgi_pass", "unix:" + instance.socket(vhost.domain())));
    }

    static List<Directive> files(Vhost vhost, Site.Static files) {
        List<Directive> found = root(vhost, files.root(), "index.html", "index.htm");
        found.add(Directive.of("location", "/").with(FILES));
        return found;
    }

    static List<Directive> proxy(Vhost vhost, Site.Proxy proxy) {
        return List.of(Directive.of("location", "/").with(handedOn(vhost, proxy, "/")));
    }

    private static List<Directive> handedOn(Vhost vhost, Site.Proxy proxy, String location) {
        List<Directive> content = new ArrayList<>(List.of(
                Directive.of("proxy_pass", url(vhost, proxy.upstream(), location)),
                Directive.of("proxy_http_version", "1.1"),
                Directive.of("proxy_set_header", "Host", "$host"),
                // set, not added to: what a client says of itself is worth nothing
                Directive.of("proxy_set_header", "X-Real-IP", "$remote_addr"),
                Directive.of("proxy_set_header", "X-Forwarded-For", "$remote_addr"),
                Directive.of("proxy_set_header", "X-Forwarded-Host", "$host"),
                Directive.of("proxy_set_header", "X-Forwarded-Proto", "$scheme")));
        if (proxy.websocket()) {
            content.add(Directive.of("proxy_set_header", "Upgrade", "$http_upgrade"));
            content.add(Directive.of("proxy_set_header", "Connection", "$npanel_connection"));
            content.add(Directive.of("proxy_read_timeout", "1h"));
        }
        return content;
    }

    /** nginx puts the path of the URL in the stead of the location's: what is below both stays the same. */
    private static String url(Vhost vhost, Upstream upstream, String location) {
        if (upstream.isSocket()) {
            return "http://unix:" + upstream.socket().in(Places.home(vhost.account())) + ":";
        }
        boolean hasPath = !URI.create(upstream.text()).getRawPath().isEmpty();
        String base = upstream.text();
        return hasPath ? (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + location : base;
    }

    private static List<Directive> root(Vhost vhost, HomePath path, String... index) {
        AbsolutePath home = Places.home(vhost.account());
        return new ArrayList<>(List.of(
                Directive.of("root", path.in(home).text()),
                Directive.of("index", index),
                // nginx may read what no other tenant may: a link of one leads to nothing of another
                Directive.of("disable_symlinks", "if_not_owner", "from=" + home),
                NEVER));
    }
}
