package dev.npanel.dns.backend.carry;

/**
 * That the zone is here, with all that it had there.
 *
 * @param fingerprint see {@link dev.npanel.dns.carry.CarriedZone#fingerprint()}
 */
public record CarryState(String fingerprint) {}
