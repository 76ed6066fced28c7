package dev.npanel.api.value;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** IP addresses as they are read and compared: IPv4 in four decimals, IPv6 as RFC 5952 recommends; Java writes every zero. */
public final class IpText {
    private static final int IPV4_BYTES = 4;
    private static final int GROUPS = 8;

    private IpText() {}

    /** The address, without the interface that one of a link may name. */
    public static String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES) {
            return address.getHostAddress();
        }
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
