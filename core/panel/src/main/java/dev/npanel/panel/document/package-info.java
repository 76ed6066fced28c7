/** What plugins keep in the panel's store. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.panel.document;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
