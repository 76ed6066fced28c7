/** What a certificate authority's client is to be able to do; implemented by plugins on the panel's side. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.ssl.ca;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
