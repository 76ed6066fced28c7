/** The real engine over a directory of a test. */
@NullMarked
package dev.npanel.testkit.engine;

import org.jspecify.annotations.NullMarked;
