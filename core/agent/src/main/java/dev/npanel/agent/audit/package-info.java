/** The agent's audit trail: append-only, hash-chained, never a secret. */
@NullMarked
package dev.npanel.agent.audit;

import org.jspecify.annotations.NullMarked;
