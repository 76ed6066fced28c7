package dev.npanel.dns.record;

import org.xbill.DNS.Type;

/** The record types that nPanel keeps, by their mnemonics (IANA DNS parameters). */
public enum RecordType {
    A,
    AAAA,
    CAA,
    CNAME,
    DS,
    HTTPS,
    LOC,
    MX,
    NAPTR,
    NS,
    PTR,
    SOA,
    SRV,
    SSHFP,
    SVCB,
    TLSA,
    TXT;

    /** The type's number on the wire. */
    public int code() {
        return Type.value(name());
    }

    /** Whether the content ends in the name of a host. */
    boolean pointsToHost() {
        return switch (this) {
            case CNAME, MX, NS, PTR, SRV -> true;
            default -> false;
        };
    }
}
