@NullMarked
package dev.npanel.agent.audit;

import org.jspecify.annotations.NullMarked;
