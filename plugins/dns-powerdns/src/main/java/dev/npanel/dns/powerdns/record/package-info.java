/** The records of a zone: reading and changing them. */
@NullMarked
package dev.npanel.dns.powerdns.record;

import org.jspecify.annotations.NullMarked;
