/** The vocabulary of the REST edge: what a request must pass, what is mounted, how a problem looks. */
@NullMarked
package dev.npanel.panel.mount;

import org.jspecify.annotations.NullMarked;
