@NullMarked
package dev.npanel.agent.boot;

import org.jspecify.annotations.NullMarked;
