package dev.npanel.channel.server;

import static dev.npanel.channel.server.AgentStub.ask;
import static dev.npanel.channel.server.RawPeer.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.npanel.channel.client.ChannelClient;
import dev.npanel.channel.client.Reply;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Frame;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors over the socket: they arrive with their call, and none stays open that nobody asked for. */
@Timeout(60)
class FilesTest {
    @TempDir
    private Path directory;

    @Test
    void carriesFilesBothWays() throws Exception {
        Path upload = Files.writeString(directory.resolve("upload"), "bulk");
        Path download = directory.resolve("download");
        try (AgentStub agent = new AgentStub(directory, FilesTest::copy);
                ChannelClient client = new ChannelClient(agent.socket)) {
            for (int i = 0; i < 50; i++) {
                try (FileInputStream in = new FileInputStream(upload.toFile());
                        FileOutputStream out = new FileOutputStream(download.toFile())) {
                    Attachments files = Attachments.of(in.getFD(), out.getFD());
                    Reply.Done done = (Reply.Done)
                            client.call(ask("test.copy", "x".repeat(i * 7000), files), Duration.ofSeconds(5));
                    try (InputStream back = done.files().input(0)) {
                        assertThat(back.readAllBytes())
                                .asString(StandardCharsets.UTF_8)
                                .isEqualTo("from the agent");
                    }
                }
                assertThat(download).hasContent("bulk");
            }
        }
    }

    @Test
    void leavesNoneOpen() throws Exception {
        Path upload = Files.writeString(directory.resolve("upload"), "bulk");
        try (AgentStub agent = new AgentStub(directory, AgentStub::echo);
                FileInputStream in = new FileInputStream(upload.toFile())) {
            try (ChannelClient client = new ChannelClient(agent.socket)) {
                client.call(ask("test.echo", ""), Duration.ofSeconds(5));
                long before = open();
                for (int i = 0; i < 20; i++) {
                    client.call(ask("test.unread", "", Attachments.of(in.getFD(), in.getFD())), Duration.ofSeconds(5));
                }
                await().untilAsserted(() -> assertThat(open()).isEqualTo(before));
            }
            long before = open();
            for (int i = 0; i < 20; i++) {
                refusals(agent, in.getFD());
            }
            await().untilAsserted(() -> assertThat(open()).isLessThanOrEqualTo(before));
            assertThat(agent.refusals).contains(Refusal.FILES, Refusal.SIZE, Refusal.TRUNCATED, Refusal.MALFORMED);
        }
    }

    private static void refusals(AgentStub agent, FileDescriptor file) throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            assertThat(peer.attach(file).sendFrame(call(1)).receive()).contains("\"id\":1", "\"field\":\"files\"");
            assertThat(peer.sendFrame(call(2, 1)).receive()).contains("\"id\":2", "\"field\":\"files\"");
            FileDescriptor[] many =
                    Collections.nCopies(Attachments.MAX + 1, file).toArray(new FileDescriptor[0]);
            assertThat(peer.attach(many).sendFrame(call(3, many.length)).receive())
                    .contains("\"field\":\"files\"");
            assertThat(peer.attach(file).sendFrame("{\"id\":4,\"v\":1,\"x\":1}").receive())
                    .contains("\"id\":4");
            assertThat(peer.attach(file).sendFrame(call(5, 1)).receive()).contains("\"id\":5", "hello");
        }
        for (byte[] bytes : new byte[][] {{0}, {0, 0, 0, 9, '{'}, {-1, -1, -1, -1}, {0, 0, 0, 2, '{', '}'}}) {
            try (RawPeer peer = new RawPeer(agent.socket)) {
                peer.attach(file).send(bytes).finish();
                assertThat(peer.receive()).contains("\"id\":0");
            }
        }
    }

    @Test
    void refusesMoreThanAFrameMayCarry() {
        FileDescriptor[] many =
                Collections.nCopies(Attachments.MAX + 1, FileDescriptor.in).toArray(new FileDescriptor[0]);
        assertThatIllegalArgumentException().isThrownBy(() -> Attachments.of(many));
    }

    private static void copy(Frame.Call call, Peer peer, Replies replies) {
        try (InputStream in = replies.attachments().input(0);
                OutputStream out = replies.attachments().output(1)) {
            in.transferTo(out);
            Path answer = Files.createTempFile("agent", "answer");
            Files.writeString(answer, "from the agent");
            try (FileInputStream back = new FileInputStream(answer.toFile())) {
                Files.delete(answer);
                replies.result(null, call.input(), Attachments.of(back.getFD()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long open() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.count();
        }
    }
}
