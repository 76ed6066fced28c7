/** Work that takes longer than a request: kept in the store, continued after a restart, with visible progress. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.panel.job;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
