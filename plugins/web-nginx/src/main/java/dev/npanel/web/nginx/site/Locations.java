package dev.npanel.web.nginx.site;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.web.nginx.config.Directive;
import dev.npanel.web.nginx.php.PhpInstance;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Site;
import dev.npanel.web.site.Upstream;
import dev.npanel.web.vhost.Vhost;
import java.util.ArrayList;
import java.util.List;

/** How the requests for a site are answered. */
final class Locations {
    /** What is in a document root for the programs that made it, and not for visitors. */
    private static final String NEVER_SERVED =
            "(?:/\\.(?!well-known/)|\\.(?:bak|conf|dist|env|inc|ini|log|orig|save|sh|sql|swo|swp)$|~$)";

    private Locations() {}

    static List<Directive> php(Vhost vhost, Site.Php php) {
        List<Directive> found = root(vhost, php.root(), "index.php", "index.html", "index.htm");
        found.add(Directive.of("client_max_body_size", php.settings().upload() + "m"));
        found.add(Directive.of("location", "/")
                .with(Directive.of("try_files", "$uri", "$uri/", "/index.php?$query_string")));
        PhpInstance instance = new PhpInstance(vhost.account(), php.version());
        found.add(Directive.of("location", "~", "\\.php$")
                .with(
                        Directive.of("try_files", "$uri", "=404"),
                        Directive.of("include", "fastcgi_params"),
                        Directive.of("fastcgi_param", "SCRIPT_FILENAME", "$document_root$fastcgi_script_name"),
                        // a header of the client that programs take for a setting of theirs
                        Directive.of("fastcgi_param", "HTTP_PROXY", ""),
                        Directive.of("fastcgi_read_timeout", php.settings().seconds() + 5 + "s"),
                        Directive.of("fastcgi_pass", "unix:" + instance.socket(vhost.domain()))));
        return found;
    }

    static List<Directive> files(Vhost vhost, Site.Static files) {
        List<Directive> found = root(vhost, files.root(), "index.html", "index.htm");
        found.add(Directive.of("location", "/").with(Directive.of("try_files", "$uri", "$uri/", "=404")));
        return found;
    }

    static List<Directive> proxy(Vhost vhost, Site.Proxy proxy) {
        List<Directive> content = new ArrayList<>(List.of(
                Directive.of("proxy_pass", url(vhost, proxy.upstream())),
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
        return List.of(Directive.of("location", "/").with(content));
    }

    private static String url(Vhost vhost, Upstream upstream) {
        return upstream.isSocket()
                ? "http://unix:" + upstream.socket().in(Places.home(vhost.account())) + ":"
                : upstream.text();
    }

    private static List<Directive> root(Vhost vhost, HomePath path, String... index) {
        AbsolutePath home = Places.home(vhost.account());
        return new ArrayList<>(List.of(
                Directive.of("root", path.in(home).text()),
                Directive.of("index", index),
                // nginx may read what no other tenant may: a link of one leads to nothing of another
                Directive.of("disable_symlinks", "if_not_owner", "from=" + home),
                Directive.of("location", "~*", NEVER_SERVED).with(Directive.of("return", "404"))));
    }
}
