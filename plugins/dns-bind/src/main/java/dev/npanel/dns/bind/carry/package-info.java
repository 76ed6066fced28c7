/** BIND's zones, carried to and from other name servers. */
@NullMarked
package dev.npanel.dns.bind.carry;

import org.jspecify.annotations.NullMarked;
