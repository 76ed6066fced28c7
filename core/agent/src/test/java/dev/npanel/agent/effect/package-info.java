@NullMarked
package dev.npanel.agent.effect;

import org.jspecify.annotations.NullMarked;
