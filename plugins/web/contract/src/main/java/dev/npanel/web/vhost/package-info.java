/** Virtual hosts: making, changing, listing and deleting them. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.web.vhost;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
