package dev.npanel.agent.durable;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Brings files and directories to the disk, with a checkpoint at either side. Thread-safe. */
public final class Durability {
    private final Checkpoints checkpoints;

    public Durability(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Waits until the file or directory is on disk, its metadata too. */
    public void sync(FileChannel channel, String what) throws IOException {
        checkpoints.reached("before fsync of " + what);
        channel.force(true);
        checkpoints.reached("after fsync of " + what);
    }

    /** As {@link #sync(FileChannel, String)}, for what is no channel. */
    public void sync(FileDescriptor file, String what) throws IOException {
        checkpoints.reached("before fsync of " + what);
        file.sync();
        checkpoints.reached("after fsync of " + what);
    }

    /** As {@link #sync(FileChannel, String)}, for a directory of ours. */
    public void syncDirectory(Path directory, String what) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            sync(channel, what);
        }
    }

    /** Makes a file of ours that nobody else may read, and waits until its content is on disk. */
    public void create(Path file, byte[] content, String what) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            writeAll(channel, content);
            sync(channel, what);
        }
    }

    /** Writes all of it, however many calls it takes. */
    public static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
