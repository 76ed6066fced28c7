/** Keeps and runs jobs, and shows how far they are (C7). */
@NullMarked
package dev.npanel.panel.work;

import org.jspecify.annotations.NullMarked;
