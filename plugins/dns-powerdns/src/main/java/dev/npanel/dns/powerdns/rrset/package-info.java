/** Record sets as PowerDNS keeps them, and how they become those of the contract and back. */
@NullMarked
package dev.npanel.dns.powerdns.rrset;

import org.jspecify.annotations.NullMarked;
