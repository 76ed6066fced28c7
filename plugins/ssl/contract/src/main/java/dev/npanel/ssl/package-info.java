/** The ssl kind's contract: its actions and permissions. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.ssl;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
