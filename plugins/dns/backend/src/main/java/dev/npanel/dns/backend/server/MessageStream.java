package dev.npanel.dns.backend.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A TCP connection to a name server: messages, each with its length before it (RFC 1035, section 4.2.2). Not thread-safe. Whoever
 * answers byte by byte is not waited for any longer than who does not answer at all.
 */
public final class MessageStream implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int LENGTH = 2;

    private final Socket socket;
    private final Duration patience;

    private MessageStream(Socket socket, Duration patience) {
        this.socket = socket;
        this.patience = patience;
    }

    /** @param patience for a whole answer */
    public static MessageStream to(InetSocketAddress server, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(server, CONNECT_MILLIS);
            return new MessageStream(socket, patience);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** @param message 65,535 bytes at most */
    public void send(byte[] message) throws IOException {
        byte[] framed = new byte[LENGTH + message.length];
        framed[0] = (byte) (message.length >> Byte.SIZE);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, LENGTH, message.length);
        socket.getOutputStream().write(framed);
    }

    /**
     * Waits for a message. May be called again after a {@link SocketTimeoutException}, as long as no part of the message had come.
     *
     * @throws SocketTimeoutException when it is not there as a whole in time
     */
    public byte[] receive() throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        byte[] length = receive(LENGTH, end);
        return receive(Byte.toUnsignedInt(length[0]) << Byte.SIZE | Byte.toUnsignedInt(length[1]), end);
    }

    private byte[] receive(int length, long end) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[length];
        int there = 0;
        while (there < length) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException("no whole answer in time");
            }
            socket.setSoTimeout((int) left);
            int more = in.read(bytes, there, length - there);
            if (more < 0) {
                throw new EOFException("the name server has hung up");
            }
            there += more;
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // as wanted
        }
    }
}
