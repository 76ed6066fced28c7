@NullMarked
package dev.npanel.agent.program;

import org.jspecify.annotations.NullMarked;
