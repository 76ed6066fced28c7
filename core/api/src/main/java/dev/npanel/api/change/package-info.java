/** Changes as data: previews, the history, and the actions that list and revert them. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.api.change;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
