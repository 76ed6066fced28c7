/** JSON as both processes read and write it: records that are checked as a whole, and nothing that is not a record. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.channel.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
