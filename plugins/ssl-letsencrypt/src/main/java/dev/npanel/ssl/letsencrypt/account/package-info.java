/** The account with the authority: its key, and what has been agreed. */
@NullMarked
package dev.npanel.ssl.letsencrypt.account;

import org.jspecify.annotations.NullMarked;
