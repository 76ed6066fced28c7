package dev.npanel.panel.limit;

import dev.npanel.api.value.IpText;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Who counts as one stranger: an IPv4 address, or the /64 that an IPv6 customer has at least. */
public final class Address {
    private static final int NETWORK_BYTES = 8;

    private Address() {}

    /**
     * The name of the network that the address lies in.
     *
     * @param peer an address as {@link IpText} writes it
     */
    public static String network(String peer) {
        try {
            // with a colon it is an address or an error: no name is looked up
            return peer.contains(":") ? network(InetAddress.getByName(peer)) : peer;
        } catch (UnknownHostException noAddress) {
            return peer;
        }
    }

    /** The name of the network that the address lies in. */
    public static String network(InetAddress peer) {
        byte[] bytes = peer.getAddress();
        if (bytes.length <= NETWORK_BYTES) {
            return IpText.of(peer);
        }
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return IpText.of(InetAddress.getByAddress(bytes)) + "/64";
        } catch (UnknownHostException neverOfSixteenBytes) {
            throw new IllegalStateException(neverOfSixteenBytes);
        }
    }
}
