/** The contract of the dns kind: every action by name. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.dns;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
