/** Records as text. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.host.record;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
