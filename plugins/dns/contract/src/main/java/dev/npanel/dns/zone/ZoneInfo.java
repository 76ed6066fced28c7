package dev.npanel.dns.zone;

import dev.npanel.api.value.DomainName;

/**
 * What is known of a zone without its records.
 *
 * @param serial as the daemon serves it
 * @param signed whether DNSSEC is on
 */
public record ZoneInfo(DomainName zone, String unicode, ZoneType type, long serial, boolean signed) {}
