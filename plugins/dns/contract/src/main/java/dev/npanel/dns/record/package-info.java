/** Resource records as values, and the requests that read and change them. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.dns.record;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
