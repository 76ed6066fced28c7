/** The audit trail of the panel: who did what to what, from where, and how it ended; append-only and hash-chained (C8). */
@NullMarked
package dev.npanel.panel.audit;

import org.jspecify.annotations.NullMarked;
