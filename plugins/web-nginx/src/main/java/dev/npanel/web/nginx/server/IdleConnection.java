package dev.npanel.web.nginx.server;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An idle connection to a worker of the present configuration. When a new one is in force, nginx has started its new workers and tells
 * the old ones to quit, which close their idle connections first of all: nothing has to be asked for again and again to learn that
 * the new one is in force. Used by one thread.
 */
final class IdleConnection implements AutoCloseable {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: npanel\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 4096;
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final SocketChannel channel;
    private final Selector selector;

    private IdleConnection(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /** @throws IOException when nginx does not run, or not with a configuration of ours */
    static IdleConnection of(Path socket) throws IOException {
        IdleConnection connection =
                new IdleConnection(SocketChannel.open(StandardProtocolFamily.UNIX), Selector.open());
        boolean answered = false;
        try {
            connection.ask(socket);
            answered = true;
            return connection;
        } finally {
            if (!answered) {
                connection.close();
            }
        }
    }

    private void ask(Path socket) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(socket));
        channel.write(ByteBuffer.wrap(REQUEST));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        ends(ANSWER);
    }

    /** Whether the connection ends, or something comes, within this time; what comes is thrown away. */
    boolean ends(Duration patience) throws IOException {
        if (selector.select(patience.toMillis()) == 0) {
            return false;
        }
        selector.selectedKeys().clear();
        return channel.read(ByteBuffer.allocate(BUFFER)) < 0;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
