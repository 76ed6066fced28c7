/** Starts the agent: an OSGi framework and the bundles of a folder, and nothing else. */
@NullMarked
package dev.npanel.launcher;

import org.jspecify.annotations.NullMarked;
