/** Which authority issues certificates for this server. */
@NullMarked
package dev.npanel.ssl.panel.authority;

import org.jspecify.annotations.NullMarked;
