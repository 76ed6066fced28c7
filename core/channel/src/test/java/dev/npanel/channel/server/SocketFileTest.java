package dev.npanel.channel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who gets to the socket, and what happens to what is in its place. */
@Timeout(60)
class SocketFileTest {
    private static final long NOBODY = 65534;

    @TempDir
    private Path directory;

    @Test
    void isForItsOwnerAndItsGroupOnly() throws IOException {
        try (AgentStub agent = new AgentStub(directory, AgentStub::echo)) {
            assertThat(permissions(agent.socket)).isEqualTo("rw-rw----");
            assertThat(permissions(agent.socket.resolveSibling("."))).isEqualTo("rwxr-x---");
        }
        assertThat(directory.resolve("run")).isEmptyDirectory();
    }

    @Test
    void isGivenToTheGroup() throws IOException {
        assumeThat(AgentStub.uid()).as("must be root to give a file to a group").isZero();
        Path socket = directory.resolve("s.sock");
        SocketFile file = new SocketFile(new SocketPlace(socket, "daemon"));
        file.listen().close();
        assertThat(Files.readAttributes(socket, PosixFileAttributes.class)
                        .group()
                        .getName())
                .isEqualTo("daemon");
        file.remove();
        assertThat(socket).doesNotExist();
    }

    @Test
    void replacesASocketThatNobodyListensOn() throws IOException {
        Path socket = directory.resolve("s.sock");
        new SocketFile(new SocketPlace(socket, null)).listen().close();
        assertThat(socket).exists();
        new SocketFile(new SocketPlace(socket, null)).listen().close();
    }

    @Test
    void refusesAPlaceThatIsTaken() throws IOException {
        try (AgentStub agent = new AgentStub(directory, AgentStub::echo)) {
            assertThatIOException()
                    .isThrownBy(() -> new AgentStub(directory, AgentStub::echo))
                    .withMessageContaining("another process listens");
            try (RawPeer peer = new RawPeer(agent.socket)) {
                assertThat(peer.sendFrame(RawPeer.call(1)).receive()).contains("hello");
            }
        }
    }

    @Test
    void refusesWhatIsNoSocketAndFollowsNoLink() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "precious");
        Path socket = directory.resolve("s.sock");
        SocketFile file = new SocketFile(new SocketPlace(socket, null));
        Files.createSymbolicLink(socket, target);
        assertThatIOException().isThrownBy(file::listen).withMessageContaining("no socket");
        Files.delete(socket);
        Files.createSymbolicLink(socket, directory.resolve("nowhere"));
        assertThatIOException().isThrownBy(file::listen).withMessageContaining("no socket");
        assertThat(directory.resolve("nowhere")).doesNotExist();
        Files.delete(socket);
        Files.createDirectory(socket);
        assertThatIOException().isThrownBy(file::listen).withMessageContaining("no socket");
        assertThat(target).hasContent("precious");
    }

    @Test
    void refusesADirectoryThatOthersCanWriteTo() throws IOException {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatIOException()
                .isThrownBy(() -> new SocketFile(new SocketPlace(open.resolve("s.sock"), null)).listen());
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        assertThatIOException()
                .isThrownBy(() -> new SocketFile(new SocketPlace(link.resolve("s.sock"), null)).listen());
    }

    @Test
    void leavesASocketAloneThatIsNoLongerItsOwn() throws IOException {
        Path socket = directory.resolve("s.sock");
        SocketFile first = new SocketFile(new SocketPlace(socket, null));
        first.listen().close();
        SocketFile second = new SocketFile(new SocketPlace(socket, null));
        second.listen().close();
        first.remove();
        assertThat(socket).exists();
        second.remove();
        assertThat(socket).doesNotExist();
    }

    @Test
    void refusesItsOwnUserWhenThatIsNotThePanels() throws IOException {
        try (AgentStub agent = new AgentStub(directory, AgentStub::echo, AgentStub.LIMITS, AgentStub.uid() + 1);
                RawPeer peer = new RawPeer(agent.socket)) {
            assertThat(peer.receive()).contains("agent.peer", "FORBIDDEN", "\"id\":0");
            assertThat(peer.isEnded()).isTrue();
            assertThat(agent.refusals).containsExactly(Refusal.PEER);
        }
    }

    @Test
    void refusesAnotherUsersProcess() throws Exception {
        assumeThat(AgentStub.uid())
                .as("must be root to start another user's process")
                .isZero();
        try (AgentStub agent = new AgentStub(directory, AgentStub::echo)) {
            for (Path each : new Path[] {directory, directory.resolve("run"), agent.socket}) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
            String program = "use IO::Socket::UNIX; $s = IO::Socket::UNIX->new(Peer => $ARGV[0]) or die; print <$s>";
            Process process = new ProcessBuilder(
                            "setpriv",
                            "--reuid=" + NOBODY,
                            "--clear-groups",
                            "perl",
                            "-e",
                            program,
                            agent.socket.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("agent.peer");
            assertThat(agent.refusals).containsExactly(Refusal.PEER);
            assertThat(agent.refusedPeers.get(0).uid()).isEqualTo(NOBODY);
            assertThat(agent.refusedPeers.get(0).pid()).isEqualTo(process.pid());
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
