/** What the panel does once when it starts, and what it tells systemd. */
@NullMarked
package dev.npanel.panel.start;

import org.jspecify.annotations.NullMarked;
