/** The plugins served: list them, and have them run or not. */
@NullMarked
package dev.npanel.agent.plugin;

import org.jspecify.annotations.NullMarked;
