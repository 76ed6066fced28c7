@NullMarked
package dev.npanel.agent.journal;

import org.jspecify.annotations.NullMarked;
