/** Talking to the HTTP API of PowerDNS: settings, deadlines, retries, and what its answers mean. */
@NullMarked
package dev.npanel.dns.powerdns.api;

import org.jspecify.annotations.NullMarked;
