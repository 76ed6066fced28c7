/** The panel's only door to the agent. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.panel.agent;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
