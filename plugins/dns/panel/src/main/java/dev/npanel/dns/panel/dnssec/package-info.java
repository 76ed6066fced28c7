/** Signing of zones over HTTP, and the job that rolls keys. */
@NullMarked
package dev.npanel.dns.panel.dnssec;

import org.jspecify.annotations.NullMarked;
