/** What a change does to a zone, as pure functions: the same rules for every backend. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.dns.edit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
