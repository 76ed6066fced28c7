/** The web server as a whole: what somebody has changed by hand, and what it refuses. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.web.server;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
