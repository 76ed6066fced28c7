/** What a backend implements: its name server, with zones that can be read and planned to change. */
@NullMarked
package dev.npanel.dns.backend.server;

import org.jspecify.annotations.NullMarked;
