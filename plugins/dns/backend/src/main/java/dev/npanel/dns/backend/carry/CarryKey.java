package dev.npanel.dns.backend.carry;

import dev.npanel.api.value.DomainName;

/**
 * Names a zone that comes from another name server.
 *
 * @param from the other server, {@code powerdns}
 */
public record CarryKey(DomainName zone, String from) {}
