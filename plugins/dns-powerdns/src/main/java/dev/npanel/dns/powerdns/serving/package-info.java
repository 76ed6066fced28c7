/** PowerDNS as the actions of the kind see it. */
@NullMarked
package dev.npanel.dns.powerdns.serving;

import org.jspecify.annotations.NullMarked;
