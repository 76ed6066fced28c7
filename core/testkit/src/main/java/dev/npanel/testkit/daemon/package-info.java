/** Real daemons that tests run for themselves. */
@NullMarked
package dev.npanel.testkit.daemon;

import org.jspecify.annotations.NullMarked;
