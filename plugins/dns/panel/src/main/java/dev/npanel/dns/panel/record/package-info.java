/** Records over HTTP. */
@NullMarked
package dev.npanel.dns.panel.record;

import org.jspecify.annotations.NullMarked;
