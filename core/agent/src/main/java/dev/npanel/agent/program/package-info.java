/** Programs that the agent runs: absolute, with fixed arguments and a fixed environment, bounded in time and output. */
@NullMarked
package dev.npanel.agent.program;

import org.jspecify.annotations.NullMarked;
