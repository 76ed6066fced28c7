/** Making, finding and ending server. */
@NullMarked
package dev.npanel.dns.backend.lifecycle;

import org.jspecify.annotations.NullMarked;
