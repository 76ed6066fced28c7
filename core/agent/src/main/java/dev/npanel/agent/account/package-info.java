/** Unix users of accounts, made and removed. */
@NullMarked
package dev.npanel.agent.account;

import org.jspecify.annotations.NullMarked;
