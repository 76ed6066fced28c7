/** What a backend knows of its daemon that systemd does not. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.host.unit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
