/** Every request of the core's resources, with hostile text in every field. */
@NullMarked
package dev.npanel.panel.hostile;

import org.jspecify.annotations.NullMarked;
