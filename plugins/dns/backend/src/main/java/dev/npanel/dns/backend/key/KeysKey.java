package dev.npanel.dns.backend.key;

import dev.npanel.api.value.DomainName;

/** Names the keys of a zone. */
public record KeysKey(DomainName zone) {}
