package dev.npanel.agent.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.npanel.agent.durable.Durability;
import dev.npanel.agent.durable.GroupSync;
import dev.npanel.channel.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

/**
 * The agent's audit trail: a file of JSON lines to which is only ever added, each line chained to the one before. Thread-safe;
 * opened once, closed once.
 */
public final class AuditTrail implements AutoCloseable {
    // Not a channel: that would be closed for good when a thread that writes to it is interrupted.
    private final RandomAccessFile file;
    private final Clock clock;
    private final GroupSync sync;
    private final ObjectMapper mapper = Json.audit();
    private Chain chain;

    private AuditTrail(RandomAccessFile file, Chain chain, Clock clock, Durability durability) {
        this.file = file;
        this.chain = chain;
        this.clock = clock;
        this.sync = new GroupSync(() -> durability.sync(file.getFD(), "the audit trail"));
    }

    /** Goes on where the file ends; makes it when there is none. */
    public static AuditTrail open(Path path, Clock clock, Durability durability) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Tail tail = Files.exists(path) ? Tail.of(path) : new Tail(Chain.start(), 0);
        if (!Files.exists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        // What a power cut has left of a last line was never said to be written.
        file.setLength(tail.length());
        file.seek(tail.length());
        return new AuditTrail(file, tail.chain(), clock, durability);
    }

    /** Adds a line, which is on disk soon. */
    public synchronized void add(AuditEvent event) throws IOException {
        String line = new String(
                Json.write(mapper, AuditLine.of(chain.sequence() + 1, clock.instant(), event)), StandardCharsets.UTF_8);
        String open = line.substring(0, line.length() - 1);
        long before = file.getFilePointer();
        boolean whole = false;
        try {
            file.write((chain.line(open) + "\n").getBytes(StandardCharsets.UTF_8));
            chain = chain.after(open);
            whole = true;
        } finally {
            if (!whole) {
                file.setLength(before);
            }
        }
    }

    /** Adds a line, and returns when it is on disk. */
    public void addSafely(AuditEvent event) throws IOException {
        add(event);
        sync.await();
    }

    /** The number and the hash of the newest line, for the log. */
    public synchronized String head() {
        return chain.sequence() + " " + chain.hash();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
