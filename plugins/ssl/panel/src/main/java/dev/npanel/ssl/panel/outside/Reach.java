package dev.npanel.ssl.panel.outside;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Which addresses may be contacted when a tenant's name leads there: those of this host, and those that everybody reaches. Nobody
 * leads the panel into a private network. Thread-safe. */
@Component(service = Reach.class)
public final class Reach {
    private final Supplier<Set<InetAddress>> own;

    @Activate
    public Reach() {
        this(Reach::read);
    }

    /** @param own the addresses of this host as they are now */
    public Reach(Supplier<Set<InetAddress>> own) {
        this.own = own;
    }

    /** The addresses of this host. */
    public Set<InetAddress> own() {
        return own.get();
    }

    /** Whether it is one of this host's, or anybody's. */
    public boolean admits(InetAddress address) {
        return own().contains(address) || isPublic(address);
    }

    /** Whether everybody reaches it (RFC 6890). */
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        int first = Byte.toUnsignedInt(address.getAddress()[0]);
        int second = Byte.toUnsignedInt(address.getAddress()[1]);
        int third = Byte.toUnsignedInt(address.getAddress()[2]);
        if (!(address instanceof Inet4Address)) {
            // global unicast, without the ways around to IPv4: 6to4, Teredo, NAT64
            boolean tunnel = first == 0x20 && (second == 0x02 || (second == 0x01 && third == 0));
            return (first & 0xe0) == 0x20 && !tunnel;
        }
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        boolean protocol = first == 192 && second == 0 && third == 0;
        return first != 0 && first < 240 && !shared && !benchmark && !protocol;
    }

    private static Set<InetAddress> read() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toSet());
        } catch (SocketException unknown) {
            return Set.of();
        }
    }
}
