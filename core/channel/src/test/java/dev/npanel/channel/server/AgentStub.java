package dev.npanel.channel.server;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.value.AccountName;
import dev.npanel.channel.client.Request;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A server on a real socket, with what it has refused. */
public final class AgentStub implements ChannelEvents, AutoCloseable {
    public static final Json WIRE = Json.wire();
    public static final ServerLimits LIMITS = new ServerLimits(
            4,
            8,
            16,
            12,
            24 << 20,
            Duration.ofSeconds(8),
            Duration.ofSeconds(8),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5));
    private static final Caller CALLER = new Caller(new AccountName("alice"), Caller.Role.USER, "::1", "r1");

    public final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    public final List<Peer> refusedPeers = new CopyOnWriteArrayList<>();
    public final List<Throwable> mistakes = new CopyOnWriteArrayList<>();
    public final Path socket;
    private final ChannelServer server;

    /** What is asked and answered in these tests. */
    public record Words(String text) {}

    public AgentStub(Path directory, CallHandler handler) throws IOException {
        this(directory, handler, LIMITS, uid());
    }

    public AgentStub(Path directory, CallHandler handler, ServerLimits limits, long uid) throws IOException {
        socket = directory.resolve("run/agent.sock");
        server = new ChannelServer(new SocketPlace(socket, null), limits, new PeerPolicy(uid), handler, this);
        server.open();
    }

    public static long uid() throws IOException {
        return ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue();
    }

    /** Answers with what it was asked. */
    public static void echo(Frame.Call call, Peer peer, Replies replies) {
        replies.result(null, call.input());
    }

    public static Request ask(String action, String text) {
        return ask(action, text, Attachments.NONE);
    }

    public static Request ask(String action, String text, Attachments files) {
        return new Request(action, new ContractVersion(1, 0), CALLER, false, Body.of(WIRE, new Words(text)), files);
    }

    @Override
    public void refused(@Nullable Peer peer, Refusal refusal, String detail) {
        refusals.add(refusal);
        if (peer != null) {
            refusedPeers.add(peer);
        }
    }

    @Override
    public void failed(Peer peer, String action, String incident, Throwable cause) {
        mistakes.add(cause);
    }

    @Override
    public void close() {
        server.close();
    }
}
