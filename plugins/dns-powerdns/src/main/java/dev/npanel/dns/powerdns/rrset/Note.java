package dev.npanel.dns.powerdns.rrset;

/**
 * A comment at a set.
 *
 * @param account who made it
 * @param modifiedAt seconds since 1970
 */
public record Note(String account, String content, long modifiedAt) {}
