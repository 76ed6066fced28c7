/** Zones of this server, by the dns kind, as far as certificates need them. */
@NullMarked
package dev.npanel.ssl.panel.zone;

import org.jspecify.annotations.NullMarked;
