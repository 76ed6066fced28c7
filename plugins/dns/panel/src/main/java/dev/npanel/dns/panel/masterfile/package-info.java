/** Zone files in the format of RFC 1035: read with a report, written, and taken over HTTP. */
@NullMarked
package dev.npanel.dns.panel.masterfile;

import org.jspecify.annotations.NullMarked;
