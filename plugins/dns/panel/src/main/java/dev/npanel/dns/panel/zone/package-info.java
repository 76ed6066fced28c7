/** Zones over HTTP. */
@NullMarked
package dev.npanel.dns.panel.zone;

import org.jspecify.annotations.NullMarked;
