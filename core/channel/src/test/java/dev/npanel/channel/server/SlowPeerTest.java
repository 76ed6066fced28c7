package dev.npanel.channel.server;

import static dev.npanel.channel.server.RawPeer.call;
import static dev.npanel.channel.server.RawPeer.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that stalls is left; one that merely has nothing to say is not. */
@Timeout(60)
class SlowPeerTest {
    private static final ServerLimits QUICK = new ServerLimits(
            4,
            8,
            16,
            12,
            24 << 20,
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5));

    @TempDir
    private Path directory;

    private AgentStub agent;

    @BeforeEach
    void open() throws IOException {
        agent = new AgentStub(directory, AgentStub::echo, QUICK, AgentStub.uid());
    }

    @AfterEach
    void close() {
        agent.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 20})
    void endsAConnectionWhoseFrameDoesNotEnd(int length) throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            peer.send(Arrays.copyOf(frame(call(1)), length));
            assertThat(peer.isEnded()).isTrue();
        }
        await().untilAsserted(() -> assertThat(agent.refusals).containsExactly(Refusal.SLOW));
    }

    @Test
    void endsAConnectionWhoseAnswersAreNotRead() throws IOException {
        String call = call(1).replace("hello", "x".repeat(1 << 20));
        try (RawPeer peer = new RawPeer(agent.socket)) {
            for (int i = 1; i <= 3; i++) {
                peer.sendFrame(call.replace("\"id\":1", "\"id\":" + i));
            }
            await().untilAsserted(() -> assertThat(agent.refusals).contains(Refusal.SLOW));
        }
    }

    @Test
    void letsAnIdleConnectionBe() throws Exception {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            peer.sendFrame(call(1)).receive();
            await().pollDelay(QUICK.receive().multipliedBy(3)).until(() -> true);
            assertThat(peer.sendFrame(call(2)).receive()).contains("hello");
        }
        assertThat(agent.refusals).isEmpty();
    }
}
