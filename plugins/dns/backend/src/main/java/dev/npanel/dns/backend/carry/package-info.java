/** The carrier of a backend: its zones go to other name servers, and theirs come here, whichever of the backends is chosen. */
@NullMarked
package dev.npanel.dns.backend.carry;

import org.jspecify.annotations.NullMarked;
