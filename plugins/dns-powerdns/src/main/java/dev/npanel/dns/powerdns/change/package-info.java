/** The effects that change what is in a zone: its record sets and its metadata. */
@NullMarked
package dev.npanel.dns.powerdns.change;

import org.jspecify.annotations.NullMarked;
