package dev.npanel.dns.bind.zone;

import dev.npanel.api.value.DomainName;

/** Names a zone. */
public record ZoneKey(DomainName zone) {}
