/** Another name server takes over all zones of this host, while it runs. */
@NullMarked
package dev.npanel.dns.panel.migrate;

import org.jspecify.annotations.NullMarked;
