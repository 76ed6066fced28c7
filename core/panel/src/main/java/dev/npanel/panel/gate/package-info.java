/** The one place that decides who may do what: role and ownership, denied by default. */
@NullMarked
package dev.npanel.panel.gate;

import org.jspecify.annotations.NullMarked;
