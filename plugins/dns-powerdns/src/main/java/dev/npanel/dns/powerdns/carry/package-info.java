/** PowerDNS's zones, carried to and from other name servers. */
@NullMarked
package dev.npanel.dns.powerdns.carry;

import org.jspecify.annotations.NullMarked;
