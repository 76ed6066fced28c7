/** Zones as PowerDNS keeps them: reading them, and the effects that change one as a whole. */
@NullMarked
package dev.npanel.dns.powerdns.zone;

import org.jspecify.annotations.NullMarked;
