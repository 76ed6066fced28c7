/** What PowerDNS is asked when its plugin starts. */
@NullMarked
package dev.npanel.dns.powerdns.greeting;

import org.jspecify.annotations.NullMarked;
