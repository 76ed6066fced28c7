/** From a name on the wire to the action that serves it: the allow-list of the agent. */
@NullMarked
package dev.npanel.agent.dispatch;

import org.jspecify.annotations.NullMarked;
