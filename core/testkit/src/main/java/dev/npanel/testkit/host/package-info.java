/** A host that is only in memory, for planners. */
@NullMarked
package dev.npanel.testkit.host;

import org.jspecify.annotations.NullMarked;
