package dev.npanel.web.site;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An IPv4 address in four decimal numbers, or an IPv6 address; nothing that a resolver would have to be asked for. */
public record IpAddress(String text) implements TextValue {
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-f:]{2,39}");
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    public IpAddress {
        if (!IPV4.matcher(text).matches() && !isIpv6(text)) {
            throw Text.refuse("must be an IP address, such as 192.0.2.1 or 2001:db8::1");
        }
    }

    /** How many bits it has. */
    public int bits() {
        return text.indexOf(':') < 0 ? IPV4_BITS : IPV6_BITS;
    }

    @Override
    public String toString() {
        return text;
    }

    /** With a colon in it no name is looked up. */
    private static boolean isIpv6(String text) {
        try {
            return IPV6.matcher(text).matches() && InetAddress.getByName(text).getAddress().length > 0;
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
