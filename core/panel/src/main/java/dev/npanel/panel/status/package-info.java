/** The health of the panel over HTTP (C11). */
@NullMarked
package dev.npanel.panel.status;

import org.jspecify.annotations.NullMarked;
