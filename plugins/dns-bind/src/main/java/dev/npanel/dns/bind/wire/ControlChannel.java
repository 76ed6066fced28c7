package dev.npanel.dns.bind.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to named's control channel, which {@code rndc} speaks to: one table each way, signed with the shared key. Every
 * message says until when it counts, and repeats the number that named has given this connection, so that none can be played
 * again. Not thread-safe.
 */
final class ControlChannel implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 4_000;
    private static final int VALID_SECONDS = 60;
    private static final int MAX_LENGTH = 1 << 20;

    private final Socket socket = new Socket();
    private final ControlMessage format;
    private @Nullable String nonce;
    private int serial = (int) (System.nanoTime() & 0xffffff);

    ControlChannel(InetSocketAddress server, BindKey key) throws IOException {
        format = new ControlMessage(key);
        try {
            socket.connect(server, CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            Map<String, Object> greeting = exchange("null");
            nonce = ControlMessage.text(ControlMessage.table(greeting, "_ctrl"), "_nonce");
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** Gives a command, in rndc's words. */
    Reply send(String command) throws IOException {
        Map<String, Object> data = ControlMessage.table(exchange(command), "_data");
        String error = ControlMessage.text(data, "err");
        boolean failed = !ControlMessage.text(data, "result").matches("0?");
        return new Reply(failed && error.isEmpty() ? "failed" : error, ControlMessage.text(data, "text"));
    }

    private Map<String, Object> exchange(String command) throws IOException {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> control = new LinkedHashMap<>();
        control.put("_ser", "" + ++serial);
        control.put("_tim", "" + now);
        control.put("_exp", "" + (now + VALID_SECONDS));
        if (nonce != null) {
            control.put("_nonce", nonce);
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("_ctrl", control);
        message.put("_data", Map.of("type", command));
        socket.getOutputStream().write(format.write(message));
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int length = in.readInt();
        if (length < 0 || length > MAX_LENGTH) {
            throw new IOException("no message of a control channel");
        }
        byte[] answer = new byte[length];
        in.readFully(answer);
        Map<String, Object> read = format.read(answer);
        if (!ControlMessage.text(ControlMessage.table(read, "_ctrl"), "_ser").equals("" + serial)) {
            throw new IOException("an answer to another command");
        }
        return read;
    }

    /** What may stand in a command. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
