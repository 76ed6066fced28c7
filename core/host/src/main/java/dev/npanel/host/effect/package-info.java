/** Changes to a daemon's own state, described so that the engine can apply and undo them. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.host.effect;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
