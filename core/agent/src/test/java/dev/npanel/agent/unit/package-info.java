@NullMarked
package dev.npanel.agent.unit;

import org.jspecify.annotations.NullMarked;
