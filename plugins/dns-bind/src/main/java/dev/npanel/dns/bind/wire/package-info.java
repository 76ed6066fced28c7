/** How named is spoken to: signed DNS messages, zone transfers, and its control channel. */
@NullMarked
package dev.npanel.dns.bind.wire;

import org.jspecify.annotations.NullMarked;
