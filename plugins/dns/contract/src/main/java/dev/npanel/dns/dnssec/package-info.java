/** Signing: keys, DS records for the parent, and key rolls that never leave a bogus zone. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.dns.dnssec;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
