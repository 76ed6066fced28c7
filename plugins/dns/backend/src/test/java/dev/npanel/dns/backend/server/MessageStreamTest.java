package dev.npanel.dns.backend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageStreamTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final byte[] QUESTION = "question".getBytes(StandardCharsets.US_ASCII);

    private ServerSocket server;
    private MessageStream stream;
    private Socket other;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        stream = MessageStream.to((InetSocketAddress) server.getLocalSocketAddress(), PATIENCE);
        other = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        stream.close();
        other.close();
        server.close();
    }

    @Test
    void messagesGoAndComeWithTheirLengths() throws IOException {
        stream.send(QUESTION);
        assertThat(other.getInputStream().readNBytes(10)).startsWith(0, 8).endsWith(QUESTION);

        byte[] large = new byte[65_535];
        large[65_534] = 7;
        try (MessageStream back = stream) {
            Thread writing = new Thread(() -> write(frame(large), Duration.ZERO));
            writing.start();
            assertThat(back.receive()).isEqualTo(large);
        }
    }

    @Test
    void severalAreReceivedOneByOne() throws IOException {
        write(frame(new byte[] {1}), Duration.ZERO);
        write(frame(new byte[0]), Duration.ZERO);
        write(frame(new byte[] {2, 3}), Duration.ZERO);
        assertThat(stream.receive()).containsExactly(1);
        assertThat(stream.receive()).isEmpty();
        assertThat(stream.receive()).containsExactly(2, 3);
    }

    @Test
    void whoSaysNothingMayBeAskedAgain() throws IOException {
        assertThatThrownBy(stream::receive).isInstanceOf(SocketTimeoutException.class);
        write(frame(new byte[] {1}), Duration.ZERO);
        assertThat(stream.receive()).containsExactly(1);
    }

    @Test
    void whoAnswersByteByByteIsNotWaitedForAnyLonger() {
        Thread dripping = new Thread(() -> write(frame(new byte[60_000]), Duration.ofMillis(50)));
        dripping.setDaemon(true);
        dripping.start();
        assertThatThrownBy(stream::receive).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void whoHangsUpInTheMiddleIsNoAnswer() throws IOException {
        other.getOutputStream().write(new byte[] {0, 5, 1, 2});
        other.close();
        assertThatThrownBy(stream::receive).isInstanceOf(EOFException.class);
    }

    private static byte[] frame(byte[] message) {
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        return framed;
    }

    private void write(byte[] bytes, Duration between) {
        try {
            OutputStream out = other.getOutputStream();
            if (between.isZero()) {
                out.write(bytes);
                return;
            }
            for (byte each : bytes) {
                out.write(each);
                LockSupport.parkNanos(between.toNanos());
            }
        } catch (IOException over) {
            // who was to read it has gone
        }
    }
}
