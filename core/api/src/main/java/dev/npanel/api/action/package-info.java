/** What can be asked of the agent: named actions, who may ask, and what a request is about. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.api.action;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
