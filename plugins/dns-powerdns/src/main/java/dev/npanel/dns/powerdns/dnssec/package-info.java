/** Signing a zone, and rolling its keys. */
@NullMarked
package dev.npanel.dns.powerdns.dnssec;

import org.jspecify.annotations.NullMarked;
