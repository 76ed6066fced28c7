package dev.npanel.web.nginx.php;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.web.php.PhpVersion;

/**
 * A master of PHP-FPM: that of one account for one version. It runs as the account's user, so that no master of PHP is root, and
 * a change of one account's sites never makes another's wait or fail.
 */
public record PhpInstance(AccountName account, PhpVersion version) {
    private static final AbsolutePath CONFIGURATION = new AbsolutePath("/etc/npanel-web/php");
    private static final AbsolutePath SOCKETS = new AbsolutePath("/run/npanel-php");
    private static final String POOL = ".pool";

    /** Its systemd unit. */
    public String unit() {
        return "npanel-php" + version + "@" + account + ".service";
    }

    /** The directory of its configuration. */
    public AbsolutePath directory() {
        return CONFIGURATION.child(version.text()).child(account.text());
    }

    /** The directories that this one is in, from the outermost. */
    public AbsolutePath versionDirectory() {
        return CONFIGURATION.child(version.text());
    }

    /** What the master is told beside the pools. */
    public AbsolutePath main() {
        return directory().child("fpm.conf");
    }

    /** The pool of a site. */
    public AbsolutePath pool(DomainName site) {
        return directory().child(site + POOL);
    }

    /** Whether a file in the directory is a pool. */
    public static boolean isPool(String name) {
        return name.endsWith(POOL);
    }

    /** Where the pool of a site listens: in a directory that only the account and nginx can enter. */
    public AbsolutePath socket(DomainName site) {
        return SOCKETS.child(account + "-" + version).child(site + ".sock");
    }
}
