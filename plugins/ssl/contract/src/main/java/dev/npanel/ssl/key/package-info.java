/** Keys, which never leave the agent, and requests to have them certified. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.ssl.key;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
