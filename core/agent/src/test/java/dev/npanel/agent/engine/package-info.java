@NullMarked
package dev.npanel.agent.engine;

import org.jspecify.annotations.NullMarked;
