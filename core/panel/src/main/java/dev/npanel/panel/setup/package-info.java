/** The first administrator, made by whoever can read root's files: there are no default credentials (C2). */
@NullMarked
package dev.npanel.panel.setup;

import org.jspecify.annotations.NullMarked;
