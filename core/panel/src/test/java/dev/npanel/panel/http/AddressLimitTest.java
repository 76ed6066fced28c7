package dev.npanel.panel.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressLimitTest {
    private static final int MOST = 20;

    @TempDir
    Path folder;

    private Listening server;

    @BeforeEach
    void start() throws Exception {
        server = new Listening(folder, MOST, new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                callback.succeeded();
                return true;
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    /** Nobody keeps the others out with connections that do nothing. */
    @Test
    void oneAddressHoldsSoManyConnections() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                idle.add(connected(1));
            }

            assertThatThrownBy(() -> connected(1)).isInstanceOf(IOException.class);
            connected(2).close();

            idle.remove(0).close();
            await().ignoreExceptionsInstanceOf(IOException.class).until(() -> idle.add(connected(1)));
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private Socket connected(int last) throws IOException {
        SSLSocket socket = server.connectFrom(last);
        try {
            socket.startHandshake();
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }
}
