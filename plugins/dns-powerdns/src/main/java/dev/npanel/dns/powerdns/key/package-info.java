/** The keys of zones as PowerDNS keeps them, and the effect that changes them. */
@NullMarked
package dev.npanel.dns.powerdns.key;

import org.jspecify.annotations.NullMarked;
