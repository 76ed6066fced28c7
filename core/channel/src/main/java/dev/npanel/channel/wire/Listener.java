package dev.npanel.channel.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import org.newsclub.net.unix.AFUNIXServerSocket;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** A listening Unix socket. The file stays when it is closed. */
public final class Listener implements Closeable {
    private static final int BACKLOG = 64;

    private final AFUNIXServerSocket socket;

    private Listener(AFUNIXServerSocket socket) {
        this.socket = socket;
    }

    /** Loads the classes and the native library. */
    public static void prepare() throws IOException {
        AFUNIXServerSocket.newInstance().close();
    }

    /** Listens at a path where nothing is. */
    public static Listener bind(Path path) throws IOException {
        AFUNIXServerSocket socket = AFUNIXServerSocket.newInstance();
        try {
            socket.setDeleteOnClose(false);
            socket.setReuseAddress(false);
            socket.bind(AFUNIXSocketAddress.of(path), BACKLOG);
            return new Listener(socket);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** Whether somebody listens at the path. */
    public static boolean answers(Path path) throws IOException {
        try (AFUNIXSocket probe = AFUNIXSocket.newInstance()) {
            probe.connect(AFUNIXSocketAddress.of(path));
            return true;
        } catch (SocketException nobody) {
            return false;
        }
    }

    /** Waits for a connection. */
    public Link accept(Codec codec, Watch watch) throws IOException {
        AFUNIXSocket connected = socket.accept();
        try {
            return new Link(connected, codec, watch);
        } catch (IOException broken) {
            connected.close();
            throw broken;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
