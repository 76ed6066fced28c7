/** The handlers of daemon state that plugins have brought, and the host as planners see it. */
@NullMarked
package dev.npanel.agent.effect;

import org.jspecify.annotations.NullMarked;
