/** Certificates: their names, and what can be asked about them. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.ssl.certificate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
