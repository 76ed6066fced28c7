/** Hostile input for tests. */
@NullMarked
package dev.npanel.testkit.hostile;

import org.jspecify.annotations.NullMarked;
