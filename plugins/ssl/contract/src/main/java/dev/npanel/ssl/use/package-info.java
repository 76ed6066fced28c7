/** How what serves certificates, such as a web server, finds them and learns of new ones. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.ssl.use;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
