/** The agent's one component: recovery, then the socket, then ready. */
@NullMarked
package dev.npanel.agent.boot;

import org.jspecify.annotations.NullMarked;
