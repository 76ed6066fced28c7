/** What is installed in the panel (C6). */
@NullMarked
package dev.npanel.panel.plugin;

import org.jspecify.annotations.NullMarked;
