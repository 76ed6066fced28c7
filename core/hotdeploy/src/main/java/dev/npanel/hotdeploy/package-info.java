/** Keeps the installed plugins the same as the jars of a folder, while the process runs. */
@NullMarked
package dev.npanel.hotdeploy;

import org.jspecify.annotations.NullMarked;
