/** The panel's end of the socket. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.channel.client;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
