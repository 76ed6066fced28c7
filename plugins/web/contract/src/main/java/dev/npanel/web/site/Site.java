package dev.npanel.web.site;

import dev.npanel.web.php.PhpSettings;
import dev.npanel.web.php.PhpVersion;

/** What answers the requests for a virtual host. */
public sealed interface Site {
    /**
     * PHP, run as the account's user; what is no script is answered as a file.
     *
     * @param root the document root
     */
    record Php(HomePath root, PhpVersion version, PhpSettings settings) implements Site {}

    /**
     * Files.
     *
     * @param root the document root
     */
    record Static(HomePath root) implements Site {}

    /**
     * Another server, which requests are handed to.
     *
     * @param websocket whether connections may be upgraded
     */
    record Proxy(Upstream upstream, boolean websocket) implements Site {}
}
