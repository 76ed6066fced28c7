/** Changes on disk: what is under way with how to undo it, and the history of what was committed. */
@NullMarked
package dev.npanel.agent.journal;

import org.jspecify.annotations.NullMarked;
