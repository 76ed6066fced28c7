/** What a plugin's REST resources are written against. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.panel.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
