/** The contract of the web kind. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
