package dev.npanel.dns.panel.defaults;

import dev.npanel.api.value.IpText;
import dev.npanel.dns.panel.template.ServerAddresses;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The addresses of this server as it knows them itself. Public ones come before those of private networks; behind NAT an
 * administrator has to say the right one, see {@link ZoneDefaults}.
 */
public final class HostAddresses {
    private HostAddresses() {}

    /** Those that an administrator said, else those that the host has. */
    public static ServerAddresses of(ZoneDefaults defaults) {
        List<InetAddress> all = defaults.ip() == null || defaults.ipv6() == null ? read() : List.of();
        return new ServerAddresses(
                defaults.ip() != null
                        ? defaults.ip()
                        : ipv4(all).map(IpText::of).orElse(null),
                defaults.ipv6() != null
                        ? defaults.ipv6()
                        : ipv6(all).map(IpText::of).orElse(null));
    }

    /** The IPv4 address, if there is one. */
    static Optional<InetAddress> ipv4(List<InetAddress> all) {
        return first(all, Inet4Address.class::isInstance);
    }

    /** The IPv6 address, if there is one. */
    static Optional<InetAddress> ipv6(List<InetAddress> all) {
        return first(all, address -> address instanceof Inet6Address && !uniqueLocal(address));
    }

    private static List<InetAddress> read() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (SocketException unknown) {
            return List.of();
        }
    }

    private static Optional<InetAddress> first(List<InetAddress> all, Predicate<InetAddress> family) {
        return all.stream()
                .filter(family)
                .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress() && !each.isMulticastAddress())
                .min(Comparator.comparing(InetAddress::isSiteLocalAddress));
    }

    /** RFC 4193; Java knows only the older site-local addresses. */
    private static boolean uniqueLocal(InetAddress address) {
        return (address.getAddress()[0] & 0xfe) == 0xfc;
    }
}
