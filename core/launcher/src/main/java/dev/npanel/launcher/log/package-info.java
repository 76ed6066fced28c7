/** How log records of both processes reach the journal. */
@NullMarked
package dev.npanel.launcher.log;

import org.jspecify.annotations.NullMarked;
