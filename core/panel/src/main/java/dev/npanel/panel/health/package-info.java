/** How parts of the panel say whether they are well. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.panel.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
