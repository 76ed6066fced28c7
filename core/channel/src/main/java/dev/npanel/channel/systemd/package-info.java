/** What a service tells systemd of itself. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.channel.systemd;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
