/** Certificates that are there: listed, read, uploaded, self-signed, deleted. */
@NullMarked
package dev.npanel.ssl.panel.certificate;

import org.jspecify.annotations.NullMarked;
