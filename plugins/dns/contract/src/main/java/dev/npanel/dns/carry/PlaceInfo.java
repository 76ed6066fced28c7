package dev.npanel.dns.carry;

/** Where a name server is. */
public record PlaceInfo(Place place) {}
