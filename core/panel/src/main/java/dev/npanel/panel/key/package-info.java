/** Secret keys that plugins do not have to keep themselves. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.panel.key;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
