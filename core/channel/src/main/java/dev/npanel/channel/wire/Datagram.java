package dev.npanel.channel.wire;

import java.io.IOException;
import java.net.DatagramPacket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.newsclub.net.unix.AFUNIXDatagramSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** One message to a Unix datagram socket. */
public final class Datagram {
    private Datagram() {}

    /** @param name a path, or with an {@code @} before it a name of the abstract namespace */
    public static void send(String name, String message) throws IOException {
        AFUNIXSocketAddress address = name.startsWith("@")
                ? AFUNIXSocketAddress.inAbstractNamespace(name.substring(1))
                : AFUNIXSocketAddress.of(Path.of(name));
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try (AFUNIXDatagramSocket socket = AFUNIXDatagramSocket.newInstance()) {
            socket.connect(address);
            socket.send(new DatagramPacket(bytes, bytes.length));
        }
    }
}
