/** What a process tells of its plugins. */
@NullMarked
@Export
@Version("1.0.0")
package dev.npanel.api.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
