package dev.npanel.dns.panel.defaults;

import dev.npanel.dns.record.RecordContent;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that hosts of a new zone get.
 *
 * @param ip the IPv4 address, or null when there is none
 * @param ipv6 the IPv6 address, or null when there is none
 */
public record ServerAddresses(@Nullable String ip, @Nullable String ipv6) {
    private static final RecordName ANY = new RecordName("host.example.com");

    /** Those that an administrator said, else those that the host has. */
    public static ServerAddresses of(ZoneDefaults defaults) {
        List<InetAddress> all = defaults.ip() == null || defaults.ipv6() == null ? HostAddresses.read() : List.of();
        return new ServerAddresses(
                defaults.ip() != null ? defaults.ip() : text(RecordType.A, HostAddresses.ipv4(all)),
                defaults.ipv6() != null ? defaults.ipv6() : text(RecordType.AAAA, HostAddresses.ipv6(all)));
    }

    private static @Nullable String text(RecordType type, Optional<InetAddress> address) {
        return address.map(InetAddress::getHostAddress)
                .map(text -> text.replaceFirst("%.*", ""))
                .map(text -> RecordContent.canonical(ANY, type, text))
                .orElse(null);
    }
}
