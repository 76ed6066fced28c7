/** Making, finding and ending zones. */
@NullMarked
package dev.npanel.dns.powerdns.lifecycle;

import org.jspecify.annotations.NullMarked;
