package dev.npanel.dns.bind.change;

import dev.npanel.api.value.DomainName;

/** Names the note of the last key roll of a zone. */
public record RollKey(DomainName zone) {}
