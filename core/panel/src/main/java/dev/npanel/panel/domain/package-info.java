/** Who owns which domain: the one source of ownership. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.panel.domain;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
