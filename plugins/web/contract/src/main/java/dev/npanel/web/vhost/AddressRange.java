package dev.npanel.web.vhost;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address or a range of them: {@code 192.0.2.1}, {@code 2001:db8::/32}. */
public record AddressRange(String text) implements TextValue, Comparable<AddressRange> {
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-f:]{2,39}");
    private static final Pattern BITS = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    public AddressRange {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int size = IPV4.matcher(address).matches() ? IPV4_BITS : isIpv6(address) ? IPV6_BITS : 0;
        if (size == 0 || (slash >= 0 && !isLength(text.substring(slash + 1), size))) {
            throw Text.refuse("must be an IP address or a range such as 192.0.2.0/24 or 2001:db8::/32");
        }
    }

    @Override
    public int compareTo(AddressRange other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isLength(String bits, int size) {
        return BITS.matcher(bits).matches() && Integer.parseInt(bits) <= size;
    }

    /** With a colon in it no name is looked up. */
    private static boolean isIpv6(String address) {
        try {
            return IPV6.matcher(address).matches()
                    && InetAddress.getByName(address).getAddress().length > 0;
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
