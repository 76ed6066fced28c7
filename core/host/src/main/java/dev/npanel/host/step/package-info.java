/** The closed set of steps that plans are made of: pure data, each of which the engine knows how to undo. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.host.step;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
