package dev.npanel.agent.audit;

import dev.npanel.agent.durable.Durability;
import dev.npanel.agent.durable.GroupSync;
import dev.npanel.channel.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The agent's audit trail: JSON lines to which is only ever added, each line chained to the one before. A file that has grown
 * large is put beside the current one, whose first line goes on with the chain; no line is lost in between, and nobody has to
 * tell the agent to do it. Thread-safe; opened once, closed once.
 */
public final class AuditTrail implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AuditTrail.class.getName());

    private final TrailFiles files;
    private final Limits limits;
    private final Clock clock;
    private final Durability durability;
    private final GroupSync sync = new GroupSync(this::sync);
    private final Object syncing = new Object();
    private final Json json = Json.audit();
    // Not a channel: that would be closed for good when a thread that writes to it is interrupted.
    private volatile RandomAccessFile file;
    private Chain chain;

    /**
     * How much is kept.
     *
     * @param bytes from which on a file gets no more lines
     * @param files older ones beside the current; the oldest is deleted when there are more
     */
    public record Limits(long bytes, int files) {
        public Limits {
            bytes = Math.max(1, bytes);
            files = Math.max(0, files);
        }

        /** A little more than a gigabyte, some millions of lines. */
        public static Limits standard() {
            return new Limits(64 << 20, 20);
        }
    }

    private AuditTrail(TrailFiles files, Tail tail, Limits limits, Clock clock, Durability durability)
            throws IOException {
        this.files = files;
        this.limits = limits;
        this.clock = clock;
        this.durability = durability;
        this.chain = tail.chain();
        this.file = files.open(tail.length());
    }

    /** Goes on where the trail ends; begins one when there is none. */
    public static AuditTrail open(Path path, Limits limits, Clock clock, Durability durability) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        TrailFiles files = new TrailFiles(path, durability);
        Tail tail = files.tail();
        AuditTrail trail = new AuditTrail(files, tail, limits, clock, durability);
        if (tail.length() == 0 && tail.chain().sequence() > 0) {
            trail.write(tail.chain().continued());
        }
        return trail;
    }

    /** Adds a line, which a power cut may still take until {@link #settle}. */
    public synchronized void add(AuditEvent event) throws IOException {
        if (file.getFilePointer() >= limits.bytes()) {
            turn();
        }
        write(event);
    }

    /** Adds a line, and returns when it is on disk. */
    public void addSafely(AuditEvent event) throws IOException {
        add(event);
        settle();
    }

    /** Returns when all that was added so far is on disk. */
    public void settle() throws IOException {
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

    private synchronized void write(AuditEvent event) throws IOException {
        String line = new String(
                json.write(AuditLine.of(chain.sequence() + 1, clock.instant(), event)), StandardCharsets.UTF_8);
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

    /** Goes on in a new file. When that cannot be, the old one grows on, and it is tried again with the next line. */
    private void turn() {
        try {
            RandomAccessFile next = files.turn(file, chain.sequence());
            // Whoever waits for a line of the old file is served by the new one's sync: the old is on disk.
            synchronized (syncing) {
                file.close();
                file = next;
            }
        } catch (IOException | UncheckedIOException later) {
            LOG.log(Level.ERROR, "the audit trail stays in a large file", later);
            return;
        }
        try {
            write(chain.continued());
            files.keep(limits.files());
        } catch (IOException | UncheckedIOException incomplete) {
            LOG.log(Level.ERROR, "the audit trail goes on in a new file, and older ones stay", incomplete);
        }
    }

    private void sync() throws IOException {
        synchronized (syncing) {
            durability.sync(file.getFD(), "the audit trail");
        }
    }
}
