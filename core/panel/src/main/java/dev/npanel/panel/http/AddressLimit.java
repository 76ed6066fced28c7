package dev.npanel.panel.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;

/**
 * How many connections one client may hold, so that nobody keeps the others out with connections that do nothing. A client is
 * an IPv4 address, or the network of an IPv6 address, its first 64 bits, of which anybody has all the rest. What is over the
 * limit is closed before a handshake. Thread-safe.
 */
final class AddressLimit implements Connection.Listener {
    private static final int NETWORK_BYTES = 8;
    private static final int IPV4_BYTES = 4;

    private final int most;
    private final Map<Client, Integer> held = new ConcurrentHashMap<>();
    private final Map<Connection, Client> clients = new ConcurrentHashMap<>();

    private record Client(String bytes) {}

    AddressLimit(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        client(connection).ifPresent(client -> {
            clients.put(connection, client);
            if (held.merge(client, 1, Integer::sum) > most) {
                connection.getEndPoint().close();
            }
        });
    }

    /** A connection that has ended does not know its peer any more. */
    @Override
    public void onClosed(Connection connection) {
        Optional.ofNullable(clients.remove(connection))
                .ifPresent(client -> held.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1));
    }

    /** Of the outermost connection alone: what is spoken inside the TLS is announced too. */
    private static Optional<Client> client(Connection connection) {
        SocketAddress peer = connection.getEndPoint().getRemoteSocketAddress();
        return connection instanceof SslConnection && peer instanceof InetSocketAddress internet
                ? Optional.ofNullable(internet.getAddress()).map(AddressLimit::client)
                : Optional.empty();
    }

    private static Client client(InetAddress address) {
        byte[] bytes = address.getAddress();
        int kept = bytes.length == IPV4_BYTES ? IPV4_BYTES : NETWORK_BYTES;
        return new Client(Arrays.toString(Arrays.copyOf(bytes, kept)));
    }
}
