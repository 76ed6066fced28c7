package dev.npanel.itests.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Asks a name server for an address all the time, and knows for how long at most nobody answered. */
final class Silence implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20;
    private static final int PORT = 53;
    /** Where in a message it is said how many answers there are (RFC 1035 section 4.1.1). */
    private static final int ANSWERS = 7;

    private final AtomicLong longest = new AtomicLong();
    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final byte[] query;
    private final Thread thread = new Thread(this::ask, "silence");

    Silence(String server, String name) {
        try {
            this.server = new InetSocketAddress(server, PORT);
            socket = new DatagramSocket();
            socket.setSoTimeout(PATIENCE_MILLIS);
            query = query(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** The longest time between two answers so far. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    private void ask() {
        long last = System.nanoTime();
        while (!socket.isClosed()) {
            if (isAnswered()) {
                long now = System.nanoTime();
                longest.accumulateAndGet(now - last, Math::max);
                last = now;
            }
        }
    }

    private static byte[] query(String name) throws IOException {
        ByteArrayOutputStream query = new ByteArrayOutputStream();
        query.write(new byte[] {1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        for (String label : name.split("\\.", -1)) {
            query.write(label.length());
            query.write(label.getBytes(StandardCharsets.US_ASCII));
        }
        query.write(new byte[] {0, 0, 1, 0, 1});
        return query.toByteArray();
    }

    private boolean isAnswered() {
        try {
            socket.send(new DatagramPacket(query, query.length, server));
            DatagramPacket answer = new DatagramPacket(new byte[512], 512);
            socket.receive(answer);
            return answer.getData()[ANSWERS] > 0;
        } catch (IOException silent) {
            return false;
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
