/** Signing a zone, and rolling its keys. */
@NullMarked
package dev.npanel.dns.backend.dnssec;

import org.jspecify.annotations.NullMarked;
