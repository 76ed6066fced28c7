package dev.npanel.dns.powerdns.change;

/** The one value of the metadata. */
public record MetadataState(String value) {}
