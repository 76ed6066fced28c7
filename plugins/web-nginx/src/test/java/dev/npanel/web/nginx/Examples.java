package dev.npanel.web.nginx;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.channel.json.Json;
import dev.npanel.host.record.RecordCodec;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.web.directory.DirectoryUser;
import dev.npanel.web.directory.ProtectedDirectory;
import dev.npanel.web.php.PhpSettings;
import dev.npanel.web.php.PhpVersion;
import dev.npanel.web.site.HomePath;
import dev.npanel.web.site.Site;
import dev.npanel.web.site.Upstream;
import dev.npanel.web.vhost.AddressRange;
import dev.npanel.web.vhost.AddressRules;
import dev.npanel.web.vhost.ErrorPage;
import dev.npanel.web.vhost.ExtraDirective;
import dev.npanel.web.vhost.Redirect;
import dev.npanel.web.vhost.RedirectTarget;
import dev.npanel.web.vhost.Tls;
import dev.npanel.web.vhost.UrlPath;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.Www;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Virtual hosts for tests, and what they are read and written with. */
public final class Examples {
    public static final DomainName DOMAIN = new DomainName("example.com");
    public static final HomePath ROOT = new HomePath("domains/example.com/public_html");
    public static final Site PHP = new Site.Php(ROOT, new PhpVersion("8.2"), PhpSettings.USUAL);
    public static final Site FILES = new Site.Static(ROOT);

    /** As the agent does it. */
    public static final RecordCodec CODEC = new RecordCodec() {
        private final Json json = Json.wire();

        @Override
        public String write(Record value) {
            return new String(json.write(value), StandardCharsets.UTF_8);
        }

        @Override
        public <R extends Record> R read(String text, Class<R> type) {
            return json.read(text.getBytes(StandardCharsets.UTF_8), type);
        }
    };

    private Examples() {}

    public static Vhost vhost(Site site) {
        return vhost(site, Www.SERVE, false);
    }

    public static Vhost vhost(Site site, Www www, boolean suspended) {
        return new Vhost(
                DOMAIN, new AccountName("alice"), List.of(), www, site, List.of(), AddressRules.NONE, suspended);
    }

    /** One of each sort, with all that can be said of it. */
    public static List<Vhost> all() {
        return List.of(
                vhost(PHP),
                vhost(FILES, Www.ADD, false),
                vhost(FILES, Www.REMOVE, false),
                vhost(PHP, Www.NONE, true),
                vhost(new Site.Proxy(new Upstream("http://127.0.0.1:3000"), true)),
                vhost(new Site.Proxy(new Upstream("https://[::1]:8443/app"), false)),
                vhost(new Site.Proxy(new Upstream("unix:app/run.sock"), true)),
                vhost(FILES).withTls(new Tls(new CertificateId("example.com"), false, 0)),
                vhost(new Site.Proxy(new Upstream("http://127.0.0.1:3000/app"), true))
                        .withDirectories(List.of(directory("/admin"))),
                full());
    }

    public static Vhost full() {
        return new Vhost(
                DOMAIN,
                new AccountName("alice"),
                List.of(new DomainName("bücher.example"), new DomainName("alias.example.com")),
                Www.ADD,
                PHP,
                List.of(
                        new Redirect(new UrlPath("/"), true, new RedirectTarget("/new/"), 302),
                        new Redirect(
                                new UrlPath("/old"), true, new RedirectTarget("https://example.org/a?b=c'd;e"), 301),
                        new Redirect(new UrlPath("/one"), false, new RedirectTarget("/two"), 308)),
                new AddressRules(
                        List.of(new AddressRange("192.0.2.0/24"), new AddressRange("2001:db8::/32")),
                        List.of(new AddressRange("192.0.2.7"))),
                new Tls(new CertificateId("example.com"), true, 31_536_000),
                false,
                List.of(directory("/"), directory("/private"), directory("/wp-login.php")),
                List.of(
                        new ErrorPage(404, new UrlPath("/errors/missing.html")),
                        new ErrorPage(403, new UrlPath("/errors/missing.html"))),
                List.of(new ExtraDirective("add_header X-Robots-Tag \"noindex, 'nofollow'\" always;")));
    }

    public static ProtectedDirectory directory(String path) {
        return new ProtectedDirectory(new UrlPath(path), "Staff only", List.of(new DirectoryUser("anna")));
    }
}
