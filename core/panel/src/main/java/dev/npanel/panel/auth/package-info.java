/** Who somebody is: log-in, access tokens, sessions with rotating refresh tokens, and the guard of every request (C1). */
@NullMarked
package dev.npanel.panel.auth;

import org.jspecify.annotations.NullMarked;
