/** Directories of a site that ask for a user and a password. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.web.directory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
