/** How often somebody may do something: requests, and tries at a password. */
@NullMarked
package dev.npanel.panel.limit;

import org.jspecify.annotations.NullMarked;
