/** Zones: making, listing, checking, importing and exporting them. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.dns.zone;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
