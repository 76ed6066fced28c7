package dev.npanel.itests.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Asks a name server for an address all the time, and knows for how long at most nobody answered. */
final class Silence implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20;
    private static final int PORT = 53;

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
            query = Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN))
                    .toWire();
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

    private boolean isAnswered() {
        try {
            socket.send(new DatagramPacket(query, query.length, server));
            DatagramPacket answer = new DatagramPacket(new byte[512], 512);
            socket.receive(answer);
            return !new Message(answer.getData()).getSection(Section.ANSWER).isEmpty();
        } catch (IOException silent) {
            return false;
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
