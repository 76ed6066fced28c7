/** The files by which a certificate authority sees that a name is served here (RFC 8555 section 8.3). */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.ssl.challenge;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
