package dev.npanel.dns.powerdns.rrset;

import java.util.Arrays;

/** IPv6 addresses in the one text form of RFC 5952. */
final class Ipv6 {
    private static final int GROUPS = 8;
    private static final int MIN_RUN = 2;

    private Ipv6() {}

    /** The short form of an address of eight groups; any other text as it is. */
    static String compressed(String address) {
        String[] group = address.split(":", -1);
        if (group.length != GROUPS) {
            return address;
        }
        int start = 0;
        int length = 0;
        for (int from = 0; from < GROUPS; from++) {
            int to = from;
            while (to < GROUPS && group[to].equals("0")) {
                to++;
            }
            if (to - from > length) {
                start = from;
                length = to - from;
            }
        }
        return length < MIN_RUN ? address : join(group, 0, start) + "::" + join(group, start + length, GROUPS);
    }

    private static String join(String[] group, int from, int to) {
        return String.join(":", Arrays.copyOfRange(group, from, to));
    }
}
