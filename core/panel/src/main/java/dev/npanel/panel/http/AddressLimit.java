package dev.npanel.panel.http;

import dev.npanel.panel.limit.Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many connections one client's {@link Address network} may hold, so that nobody keeps the others out with connections that
 * do nothing. What is over the limit is closed before a handshake, and said in the log once a minute. Thread-safe.
 */
final class AddressLimit implements Connection.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(AddressLimit.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final int most;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();
    private final Map<Connection, String> clients = new ConcurrentHashMap<>();
    private final AtomicLong said = new AtomicLong(System.nanoTime() - QUIET.toNanos());

    AddressLimit(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        client(connection).ifPresent(client -> {
            clients.put(connection, client);
            if (held.merge(client, 1, Integer::sum) > most) {
                connection.getEndPoint().close();
                say(client);
            }
        });
    }

    /** A connection that has ended does not know its peer any more. */
    @Override
    public void onClosed(Connection connection) {
        Optional.ofNullable(clients.remove(connection))
                .ifPresent(client -> held.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1));
    }

    private void say(String client) {
        long last = said.get();
        long now = System.nanoTime();
        if (now - last >= QUIET.toNanos() && said.compareAndSet(last, now)) {
            LOG.warn("{} holds {} connections, and gets no more (npanel.http.connections-per-address)", client, most);
        }
    }

    /** Of the outermost connection alone: what is spoken inside the TLS is announced too. */
    private static Optional<String> client(Connection connection) {
        return connection instanceof SslConnection
                        && connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress peer
                ? Optional.ofNullable(peer.getAddress()).map(Address::network)
                : Optional.empty();
    }
}
