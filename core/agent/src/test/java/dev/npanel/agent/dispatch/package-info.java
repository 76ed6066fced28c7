@NullMarked
package dev.npanel.agent.dispatch;

import org.jspecify.annotations.NullMarked;
