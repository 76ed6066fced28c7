/** What a backend writes: actions that turn a request and the present state of the host into a plan. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.host.action;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
