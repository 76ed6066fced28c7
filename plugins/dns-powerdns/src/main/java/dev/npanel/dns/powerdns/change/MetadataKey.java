package dev.npanel.dns.powerdns.change;

import dev.npanel.api.value.DomainName;

/** Names one kind of metadata of a zone. */
public record MetadataKey(DomainName zone, Kind kind) {
    /** The kinds that this plugin sets. */
    public enum Kind {
        /** How PowerDNS raises the serial. */
        SOA_EDIT_API,
        /** Our note of a key roll on its way. */
        ROLL
    }
}
