/** Accounts: who may log in, and for users the Unix user on the host that goes with them (C3, C4). */
@NullMarked
package dev.npanel.panel.account;

import org.jspecify.annotations.NullMarked;
