/** PHP: its versions, and what a site may set of it. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.web.php;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
