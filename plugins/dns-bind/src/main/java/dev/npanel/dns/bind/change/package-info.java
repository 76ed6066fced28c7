/** The effects that change what is in a zone. */
@NullMarked
package dev.npanel.dns.bind.change;

import org.jspecify.annotations.NullMarked;
