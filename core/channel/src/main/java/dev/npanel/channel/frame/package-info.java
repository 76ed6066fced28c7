/** What travels over the socket between panel and agent. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.channel.frame;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
