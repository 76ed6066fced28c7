/** The keys of zones and how a backend says and changes which of them are in use. */
@NullMarked
package dev.npanel.dns.backend.key;

import org.jspecify.annotations.NullMarked;
