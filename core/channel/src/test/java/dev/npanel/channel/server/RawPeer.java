package dev.npanel.channel.server;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** A peer that sends whatever bytes it likes. */
final class RawPeer implements AutoCloseable {
    private static final String CALL = """
            {"type":"call","v":1,"id":%d,"action":"test.echo","contract":{"major":1,"minor":0},
            "caller":{"account":"alice","role":"USER","from":"::1","request":"r"},"deadlineMillis":5000,
            "dryRun":false,"files":%d,"input":{"text":"hello"}}""";

    private final AFUNIXSocket socket;

    RawPeer(Path path) throws IOException {
        socket = AFUNIXSocket.newInstance();
        socket.connect(AFUNIXSocketAddress.of(path));
        socket.setSoTimeout(10_000);
    }

    static String call(long id) {
        return CALL.formatted(id, 0);
    }

    static String call(long id, int files) {
        return CALL.formatted(id, files);
    }

    static byte[] frame(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    RawPeer send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    RawPeer sendFrame(String json) throws IOException {
        return send(frame(json));
    }

    RawPeer attach(FileDescriptor... files) throws IOException {
        socket.setOutboundFileDescriptors(files);
        return this;
    }

    RawPeer finish() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    String receive() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether the server has ended the connection, after what it still had to say. */
    boolean isEnded() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
