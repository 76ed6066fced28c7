package dev.npanel.channel.server;

import static dev.npanel.channel.server.RawPeer.call;
import static dev.npanel.channel.server.RawPeer.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes over the socket: a typed refusal, an event for the audit trail, and an agent that goes on. */
@Timeout(60)
class BadFrameTest {
    @TempDir
    private Path directory;

    private AgentStub agent;

    @BeforeEach
    void open() throws IOException {
        agent = new AgentStub(directory, AgentStub::echo);
    }

    @AfterEach
    void close() throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            assertThat(peer.sendFrame(call(1)).receive())
                    .as("the agent goes on")
                    .contains("hello");
        }
        agent.close();
        assertThat(agent.mistakes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, (8 << 20) + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x47455420})
    void refusesAnImpossibleLength(int length) throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            peer.send(ByteBuffer.allocate(4).putInt(length).array());
            assertThat(peer.receive()).contains("\"id\":0", "channel.frame");
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(agent.refusals).containsExactly(Refusal.SIZE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{{",
                "{\"type\":\"call\"",
                "\u0000\u0000\u0000",
                "{\"type\":\"call\",\"v\":1}",
                "{\"id\":-5}",
                "{\"v\":1,\"type\":\"result\",\"id\":0,\"output\":{}}",
                "{\"id\":\"1\",\"v\":1}",
                "{} {}"
            })
    void endsAConnectionThatSpeaksSomethingElse(String json) throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            assertThat(peer.sendFrame(json).receive()).contains("\"type\":\"failure\"", "\"id\":0", "INVALID");
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(agent.refusals).containsExactly(Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"extra\":1",
                "\"dryRun\":1",
                "\"problem\":{}",
                "\"action\":\"x\"",
                "\"input\":[]",
                "\"text\":\"a\"",
                "\"deadlineMillis\":1e3",
                "\"caller\":{\"account\":\"root;id\"}"
            })
    void refusesOneCallAndTakesTheNext(String field) throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            String name = field.substring(0, field.indexOf(':'));
            String bad = call(7).replaceAll(name + ":(\\{[^}]*}|[^,{}]*),?", "").replaceFirst("\\{", "{" + field + ",");
            assertThat(peer.sendFrame(bad).receive()).contains("\"type\":\"failure\"", "\"id\":7", "INVALID");
            assertThat(peer.sendFrame(call(8)).receive()).contains("\"type\":\"result\"", "\"id\":8", "hello");
        }
        assertThat(agent.refusals).containsExactly(Refusal.MALFORMED);
    }

    @Test
    void refusesAnotherVersionWhateverItsFieldsAre() throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            peer.sendFrame("{\"id\":3,\"type\":\"shout\",\"colour\":\"red\",\"v\":2}");
            assertThat(peer.receive()).contains("\"id\":3", "channel.version", "\"v\":1");
            assertThat(peer.sendFrame(call(8)).receive()).contains("\"id\":8", "hello");
        }
        assertThat(agent.refusals).containsExactly(Refusal.VERSION);
    }

    @Test
    void takesAnyOrderOfFieldsAndKeepsTheBodysBytes() throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            String input = "{ \"text\" : \"\u00e9\ud83d\ude00\\u00e9}\" , \"more\":[1,{\"a\":\"]\"}] }";
            String rest = call(9).substring(1).replace(",\"input\":{\"text\":\"hello\"}", "");
            peer.sendFrame("{\"input\":" + input + "," + rest);
            assertThat(peer.receive()).contains("\"output\":" + input);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 100})
    void noticesATruncatedFrame(int length) throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            peer.send(Arrays.copyOf(frame(call(1)), length)).finish();
            assertThat(peer.receive()).contains("\"id\":0", "channel.frame");
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(agent.refusals).containsExactly(Refusal.TRUNCATED);
    }

    @Test
    void answersAPeerThatHasClosedItsSendingHalf() throws IOException {
        try (RawPeer peer = new RawPeer(agent.socket)) {
            peer.send(frame(call(1))).finish();
            assertThat(peer.receive()).contains("hello");
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(agent.refusals).isEmpty();
    }

    @Test
    void refusesMoreConnectionsThanItTakes() throws IOException {
        RawPeer[] peers = new RawPeer[AgentStub.LIMITS.connections()];
        for (int i = 0; i < peers.length; i++) {
            peers[i] = new RawPeer(agent.socket);
            peers[i].sendFrame(call(1)).receive();
        }
        try (RawPeer peer = new RawPeer(agent.socket)) {
            assertThat(peer.receive()).contains("agent.connections", "LIMIT");
            assertThat(peer.isEnded()).isTrue();
        }
        for (RawPeer peer : peers) {
            peer.close();
        }
        assertThat(agent.refusals).containsExactly(Refusal.CONNECTIONS);
        await().ignoreExceptions().until(() -> {
            try (RawPeer peer = new RawPeer(agent.socket)) {
                return peer.sendFrame(call(1)).receive().contains("hello");
            }
        });
    }

    @Test
    void survivesNoise() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] noise = i % 2 == 0 ? new byte[random.nextInt(200)] : frame(call(1));
            if (i % 2 == 0) {
                random.nextBytes(noise);
            } else {
                noise[4 + random.nextInt(noise.length - 4)] = (byte) random.nextInt(256);
            }
            try (RawPeer peer = new RawPeer(agent.socket)) {
                peer.send(noise).finish();
            } catch (IOException ended) {
                // ended by the server while the noise was being sent
            }
        }
        await().ignoreExceptions().until(() -> {
            try (RawPeer peer = new RawPeer(agent.socket)) {
                return peer.sendFrame(call(1)).receive().contains("hello");
            }
        });
    }

    @Test
    void survivesDeepAndWideInput() throws IOException {
        String deep = call(1).replace(
                        "{\"text\":\"hello\"}", "{\"a\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}");
        String wide = call(2).replace("{\"text\":\"hello\"}", "{\"a\":[" + "[],".repeat(2_000_000) + "[]]}");
        try (RawPeer peer = new RawPeer(agent.socket)) {
            peer.sendFrame(deep);
            assertThat(peer.receive()).contains("\"type\":\"failure\"");
        }
        try (RawPeer peer = new RawPeer(agent.socket)) {
            peer.sendFrame(wide);
            assertThat(peer.receive()).contains("\"id\":2", "[],[],[]");
        }
    }
}
