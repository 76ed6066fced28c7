/** Reading what a site has logged. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.web.log;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
