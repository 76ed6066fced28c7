/** The keys of zones as named finds them, and the effect that changes them. */
@NullMarked
package dev.npanel.dns.bind.key;

import org.jspecify.annotations.NullMarked;
