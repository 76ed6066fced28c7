/** Kills processes wherever a change can be cut off, and looks at what is left. */
@NullMarked
package dev.npanel.testkit.crash;

import org.jspecify.annotations.NullMarked;
