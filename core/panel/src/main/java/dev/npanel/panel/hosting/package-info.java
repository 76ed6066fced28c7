/** Packages: the limits that accounts are given by name (C4). */
@NullMarked
package dev.npanel.panel.hosting;

import org.jspecify.annotations.NullMarked;
