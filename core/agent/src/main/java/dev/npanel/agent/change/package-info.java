/** The history served: list, read, revert. */
@NullMarked
package dev.npanel.agent.change;

import org.jspecify.annotations.NullMarked;
