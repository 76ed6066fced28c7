/** Values that cannot exist when wrong: syntax is checked where they are made, on both sides of the socket. */
@Export
@Version("1.1.0")
@NullMarked
package dev.npanel.api.value;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
