package dev.npanel.dns.record;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** IPv6 addresses as RFC 5952 recommends to write them; Java writes every zero. */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    /** The address; Java has one that maps an IPv4 address as that. */
    static String of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return "::ffff:" + address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        int[] groups = IntStream.range(0, GROUPS)
                .map(group -> ((bytes[2 * group] & 0xff) << 8) | (bytes[2 * group + 1] & 0xff))
                .toArray();
        int start = 0;
        int longest = 1;
        for (int from = 0; from < GROUPS; from++) {
            int zeros = zeros(groups, from);
            if (zeros > longest) {
                start = from;
                longest = zeros;
            }
        }
        return longest == 1
                ? text(groups, 0, GROUPS)
                : text(groups, 0, start) + "::" + text(groups, start + longest, GROUPS);
    }

    private static int zeros(int[] groups, int from) {
        int end = from;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - from;
    }

    private static String text(int[] groups, int from, int to) {
        return Arrays.stream(groups, from, to).mapToObj(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
