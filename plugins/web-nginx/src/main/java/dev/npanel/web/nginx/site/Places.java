package dev.npanel.web.nginx.site;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.web.vhost.UrlPath;
import java.util.List;

/** Where things are on the host. */
public final class Places {
    /** The group that nginx's workers are in. */
    public static final String NGINX_GROUP = "www-data";

    private static final AbsolutePath HOMES = new AbsolutePath("/home");
    private static final AbsolutePath NGINX = new AbsolutePath("/etc/nginx/npanel");
    /** Where nginx's workers get to, unlike the sites' own files, which its master reads. */
    private static final AbsolutePath USERS = new AbsolutePath("/etc/npanel-web/users");

    private static final AbsolutePath LOGS = new AbsolutePath("/var/log/npanel-web");

    private Places() {}

    /** An account's home directory. */
    public static AbsolutePath home(AccountName account) {
        return HOMES.child(account.text());
    }

    /** What nginx reads first: our part, and an administrator's. */
    public static AbsolutePath configuration() {
        return new AbsolutePath("/etc/nginx/conf.d");
    }

    /** What an administrator brings to nginx beside the sites. */
    public static List<AbsolutePath> ofOthers() {
        return List.of(configuration(), new AbsolutePath("/etc/nginx/sites-enabled"));
    }

    /** The files of all virtual hosts. */
    public static AbsolutePath sites() {
        return NGINX.child("sites");
    }

    /** The file of a virtual host. */
    public static AbsolutePath site(DomainName domain) {
        return sites().child(domain + ".conf");
    }

    /** Says whose a name is that is not the domain of a virtual host. */
    public static AbsolutePath claim(DomainName name) {
        return NGINX.child("names").child(name.text());
    }

    /** The users of a protected directory, with what their passwords are compared with. */
    public static AbsolutePath users(DomainName domain, UrlPath directory) {
        return USERS.child(domain + directory.text().replace('/', '%'));
    }

    /** The logs of a virtual host. */
    public static AbsolutePath logs(DomainName domain) {
        return LOGS.child(domain.text());
    }
}
