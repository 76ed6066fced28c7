package dev.npanel.web.vhost;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import dev.npanel.web.site.IpAddress;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address or a range of them: {@code 192.0.2.1}, {@code 2001:db8::/32}. */
public record AddressRange(String text) implements TextValue, Comparable<AddressRange> {
    private static final Pattern BITS = Pattern.compile("0|[1-9]\\d{0,2}");

    public AddressRange {
        int slash = text.indexOf('/');
        int size = bits(slash < 0 ? text : text.substring(0, slash));
        if (slash >= 0 && !isLength(text.substring(slash + 1), size)) {
            throw refuse();
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

    private static int bits(String address) {
        try {
            return new IpAddress(address).bits();
        } catch (ProblemException none) {
            throw refuse();
        }
    }

    private static boolean isLength(String bits, int size) {
        return BITS.matcher(bits).matches() && Integer.parseInt(bits) <= size;
    }

    private static RuntimeException refuse() {
        return Text.refuse("must be an IP address or a range such as 192.0.2.0/24 or 2001:db8::/32");
    }
}
