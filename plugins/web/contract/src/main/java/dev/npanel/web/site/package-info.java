/** What a site consists of: PHP, files, or a server behind a proxy. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.web.site;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
