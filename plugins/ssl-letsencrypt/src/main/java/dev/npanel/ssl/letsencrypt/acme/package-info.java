/** The conversation itself (RFC 8555, RFC 9773). */
@NullMarked
package dev.npanel.ssl.letsencrypt.acme;

import org.jspecify.annotations.NullMarked;
