/** Each kind of step in one class: what it needs to know before, how it is done, undone, reverted and shown. */
@NullMarked
package dev.npanel.agent.step;

import org.jspecify.annotations.NullMarked;
