package dev.npanel.dns.powerdns.zone;

import dev.npanel.api.value.DomainName;

/** Names a zone. */
public record ZoneKey(DomainName zone) {}
