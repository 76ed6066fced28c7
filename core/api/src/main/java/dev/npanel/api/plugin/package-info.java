/** The plugins of a process: what they are called, what they declare, and whether they run. */
@NullMarked
@Export
@Version("1.1.0")
package dev.npanel.api.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
