package dev.npanel.channel.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsclub.net.unix.AFUNIXDatagramSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

@Timeout(30)
class NotifierTest {
    @TempDir
    private Path directory;

    @Test
    void tellsSystemdHowTheServiceIs() throws IOException {
        Path path = directory.resolve("notify");
        try (AFUNIXDatagramSocket systemd = bound(AFUNIXSocketAddress.of(path));
                Notifier notifier = new Notifier(Map.of("NOTIFY_SOCKET", path.toString()))) {
            notifier.ready();
            assertThat(receive(systemd)).isEqualTo("READY=1");
            notifier.status("serving 3 calls");
            assertThat(receive(systemd)).isEqualTo("STATUS=serving 3 calls");
            assertThatThrownBy(() -> notifier.status("x\nMAINPID=1")).isInstanceOf(ProblemException.class);
            notifier.stopping();
            assertThat(receive(systemd)).isEqualTo("STOPPING=1");
            assertThat(notifier.watchdog()).isEmpty();
        }
    }

    @Test
    void findsASocketOfTheAbstractNamespace() throws IOException {
        String name = "npanel-test-" + ProcessHandle.current().pid();
        try (AFUNIXDatagramSocket systemd = bound(AFUNIXSocketAddress.inAbstractNamespace(name));
                Notifier notifier = new Notifier(Map.of("NOTIFY_SOCKET", "@" + name))) {
            notifier.ready();
            assertThat(receive(systemd)).isEqualTo("READY=1");
        }
    }

    @Test
    void beatsAsLongAsTheServiceIsAlive() throws Exception {
        Path path = directory.resolve("notify");
        AtomicBoolean alive = new AtomicBoolean(true);
        Map<String, String> environment = Map.of("NOTIFY_SOCKET", path.toString(), "WATCHDOG_USEC", "200000");
        try (AFUNIXDatagramSocket systemd = bound(AFUNIXSocketAddress.of(path));
                Notifier notifier = new Notifier(environment)) {
            assertThat(notifier.watchdog()).contains(Duration.ofMillis(200));
            notifier.watch(alive::get);
            for (int i = 0; i < 3; i++) {
                assertThat(receive(systemd)).isEqualTo("WATCHDOG=1");
            }
            alive.set(false);
            systemd.setSoTimeout(300);
            assertThatThrownBy(() -> {
                        receive(systemd);
                        receive(systemd);
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavesTheWatchdogOfAnotherProcessAlone() {
        Map<String, String> environment = Map.of("WATCHDOG_USEC", "200000", "WATCHDOG_PID", "1");
        try (Notifier notifier = new Notifier(environment)) {
            assertThat(notifier.watchdog()).isEmpty();
        }
    }

    @Test
    void doesNothingWithoutSystemd() {
        try (Notifier none = new Notifier(Map.of());
                Notifier away = new Notifier(Map.of("NOTIFY_SOCKET", "/nowhere/notify"))) {
            assertThatCode(none::ready).doesNotThrowAnyException();
            assertThatCode(away::ready).doesNotThrowAnyException();
        }
    }

    private static AFUNIXDatagramSocket bound(AFUNIXSocketAddress address) throws IOException {
        AFUNIXDatagramSocket socket = AFUNIXDatagramSocket.newInstance();
        socket.bind(address);
        socket.setSoTimeout(5000);
        return socket;
    }

    private static String receive(AFUNIXDatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }
}
