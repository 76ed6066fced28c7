/** The panel's own truth: accounts, domains, sessions, jobs and the audit trail, in one SQLite file. */
@NullMarked
package dev.npanel.panel.store;

import org.jspecify.annotations.NullMarked;
