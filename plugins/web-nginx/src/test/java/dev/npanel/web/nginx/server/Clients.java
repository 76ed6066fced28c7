package dev.npanel.web.nginx.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Many clients that keep their connections, and ask one after the other. As RFC 9112 (9.3.1) tells them, they ask again on a new
 * connection when one that was kept has ended before any byte of an answer; anything else is a dropped connection.
 */
final class Clients implements AutoCloseable {
    private static final int THREADS = 8;
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress server;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private final List<Future<Integer>> answered = new ArrayList<>();

    Clients(int port, int many) {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int thread = 0; thread < THREADS; thread++) {
            answered.add(executor.submit(asking(many / THREADS)));
        }
    }

    /** Ends them; how many answers they had, all of them whole. */
    int end() throws Exception {
        over.set(true);
        int sum = 0;
        for (Future<Integer> each : answered) {
            sum += each.get();
        }
        return sum;
    }

    @Override
    public void close() {
        over.set(true);
        executor.shutdownNow();
    }

    private Callable<Integer> asking(int many) {
        return () -> {
            List<SocketChannel> connections = new ArrayList<>();
            int answers = 0;
            try {
                for (int i = 0; i < many; i++) {
                    connections.add(SocketChannel.open(server));
                }
                while (!over.get()) {
                    for (int i = 0; i < many; i++) {
                        if (!answers(connections.get(i))) {
                            connections.get(i).close();
                            connections.set(i, SocketChannel.open(server));
                            if (!answers(connections.get(i))) {
                                throw new IOException("a new connection was dropped");
                            }
                        }
                        answers++;
                    }
                }
                return answers;
            } finally {
                for (SocketChannel each : connections) {
                    each.close();
                }
            }
        };
    }

    /** Whether there was a whole answer; false when the connection had ended before. */
    private static boolean answers(SocketChannel connection) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(4096);
        try {
            connection.write(ByteBuffer.wrap(REQUEST));
            if (connection.read(answer) < 0) {
                return false;
            }
        } catch (IOException ended) {
            return false;
        }
        while (!new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).endsWith("\r\n\r\nold")) {
            if (connection.read(answer) < 0) {
                throw new IOException("an answer was cut off");
            }
        }
        return true;
    }
}
