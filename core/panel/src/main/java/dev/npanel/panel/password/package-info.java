/** Passwords of the panel: what is accepted as one, how they are kept, and how many are checked at once. */
@NullMarked
package dev.npanel.panel.password;

import org.jspecify.annotations.NullMarked;
