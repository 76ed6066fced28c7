/** Mounts the REST resources of every bundle below {@code /api} while the bundle is there. */
@NullMarked
package dev.npanel.panel.extender;

import org.jspecify.annotations.NullMarked;
