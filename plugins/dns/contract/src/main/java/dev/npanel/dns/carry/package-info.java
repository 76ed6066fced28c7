/** How zones are carried from one backend's name server to another's, and which of them answers on port 53. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.dns.carry;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
