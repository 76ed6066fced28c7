/** Typed errors: what a client may know of a failure, and how it crosses the socket. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.api.problem;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
