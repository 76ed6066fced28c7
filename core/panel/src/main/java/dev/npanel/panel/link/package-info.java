/** The panel's end of the wall: the one implementation of {@link dev.npanel.panel.agent.Agent}. */
@NullMarked
package dev.npanel.panel.link;

import org.jspecify.annotations.NullMarked;
