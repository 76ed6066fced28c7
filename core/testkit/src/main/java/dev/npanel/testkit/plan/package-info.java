/** Plans as text, compared with what they should be. */
@NullMarked
package dev.npanel.testkit.plan;

import org.jspecify.annotations.NullMarked;
