/** The history of the host over HTTP (C9). */
@NullMarked
package dev.npanel.panel.change;

import org.jspecify.annotations.NullMarked;
