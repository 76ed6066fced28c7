package dev.npanel.dns.panel.template;

import org.jspecify.annotations.Nullable;

/**
 * The addresses that hosts of a new zone get.
 *
 * @param ip the IPv4 address, or null when there is none
 * @param ipv6 the IPv6 address, or null when there is none
 */
public record ServerAddresses(@Nullable String ip, @Nullable String ipv6) {}
