package dev.npanel.dns.record;

import org.xbill.DNS.Type;

/** The record types that nPanel keeps, by their mnemonics (IANA DNS parameters). */
public enum RecordType {
    A("192.0.2.1"),
    AAAA("2001:db8::1"),
    CAA("0 issue \"letsencrypt.org\""),
    CNAME("host.example.com.", 0),
    DS("60485 13 2 (64 hexadecimal digits)"),
    HTTPS("1 . alpn=h2", 1),
    LOC("52 22 23 N 4 53 32 E -2m 1m 10000m 10m"),
    MX("10 mail.example.com.", 1),
    NAPTR("100 50 \"s\" \"SIP+D2U\" \"\" _sip._udp.example.com.", 5),
    NS("ns1.example.com.", 0),
    PTR("host.example.com.", 0),
    SOA("ns1.example.com. hostmaster.example.com. 1 10800 3600 604800 3600"),
    SRV("0 5 5060 sip.example.com.", 3),
    SSHFP("4 2 (64 hexadecimal digits)"),
    SVCB("1 . alpn=h2", 1),
    TLSA("3 1 1 (64 hexadecimal digits)"),
    TXT("\"v=spf1 -all\"");

    /** The place of the target in a content that names none. */
    static final int NO_TARGET = -1;

    private final String example;
    private final int target;

    RecordType(String example) {
        this(example, NO_TARGET);
    }

    RecordType(String example, int target) {
        this.example = example;
        this.target = target;
    }

    /** The type's number on the wire. */
    public int code() {
        return Type.value(name());
    }

    /** A content of this type, for people. */
    public String example() {
        return example;
    }

    /** Which field of the content names another host or service, counted from 0, or {@link #NO_TARGET}. */
    int target() {
        return target;
    }

    /** Whether the content ends in the name of a host, and so has no text in which upper case matters. */
    boolean pointsToHost() {
        return switch (this) {
            case CNAME, MX, NS, PTR, SRV -> true;
            default -> false;
        };
    }
}
