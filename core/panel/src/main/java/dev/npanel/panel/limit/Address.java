package dev.npanel.panel.limit;

/** Who counts as one stranger: an IPv4 address, or the /64 that an IPv6 customer has at least. */
public final class Address {
    private static final int GROUPS = 4;

    private Address() {}

    /**
     * The name of the network that the address lies in.
     *
     * @param peer the text of {@link java.net.InetAddress#getHostAddress()}
     */
    public static String network(String peer) {
        if (!peer.contains(":")) {
            return peer;
        }
        String[] groups = peer.split("[:%]", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < Math.min(GROUPS, groups.length) && !groups[i].isEmpty(); i++) {
            network.append(groups[i]).append(':');
        }
        return network.append(":/64").toString();
    }
}
