package dev.npanel.agent.file;

import dev.npanel.agent.durable.Durability;
import dev.npanel.host.step.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A name in a directory that is held open, whether or not there is something of that name. Whatever happens to the path
 * meanwhile, all methods work in this directory, and none follows a symbolic link. To be closed; not thread-safe.
 */
final class Place implements AutoCloseable {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    // Where a tenant may put a named pipe in the file's stead: opened for both it does not wait for a writer.
    private static final Set<OpenOption> READ_NOT_WAITING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final SecureDirectoryStream<Path> directory;
    private final Path name;
    private final Trust trust;

    Place(SecureDirectoryStream<Path> directory, Path name, Trust trust) {
        this.directory = directory;
        this.name = name;
        this.trust = trust;
    }

    Trust trust() {
        return trust;
    }

    Optional<PosixFileAttributes> attributes() throws IOException {
        try {
            return Optional.of(directory
                    .getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Refuses what must not be touched here; see {@link Trust#admits}. */
    void admit(UserPrincipal owner) throws IOException {
        if (!trust.admits(owner)) {
            throw new AccessDeniedException(name.toString(), null, "not the owner's directory");
        }
    }

    /** The content of the regular file that must be here. */
    Content read(int limit) throws IOException {
        try (FileChannel channel = channel(trust.closed() ? READ : READ_NOT_WAITING)) {
            // A pipe cannot be positioned, so this is refused at the latest here.
            long size = channel.position(0).size();
            if (size > limit) {
                throw new IOException("more than " + limit + " bytes in " + name);
            }
            ByteBuffer content = ByteBuffer.allocate((int) size);
            while (content.hasRemaining() && channel.read(content) >= 0) {
                // until it is full or the file ends
            }
            byte[] bytes = new byte[content.flip().remaining()];
            content.get(bytes);
            return Content.of(bytes);
        }
    }

    /** The directory of this name, opened; the caller closes it. */
    SecureDirectoryStream<Path> open() throws IOException {
        if (!attributes().map(PosixFileAttributes::isDirectory).orElse(true)) {
            throw new NotDirectoryException(name.toString());
        }
        return directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    }

    void moveTo(Place target) throws IOException {
        directory.move(name, target.directory, target.name);
    }

    void deleteFile() throws IOException {
        directory.deleteFile(name);
    }

    void deleteDirectory() throws IOException {
        directory.deleteDirectory(name);
    }

    FileChannel create(Set<OpenOption> options, FileAttribute<?> mode) throws IOException {
        return (FileChannel) directory.newByteChannel(name, options, mode);
    }

    PosixFileAttributeView view() {
        return directory.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Another name in the same directory, closed with it. */
    Place sibling(String other) {
        return new Place(directory, Path.of(other), trust);
    }

    /** What tells the versions of the regular file of this name in the directory that is here apart; empty when there is none. */
    Optional<String> stamp(Path file) {
        // nobody but root can have put a link here
        if (trust.closed()) {
            return stamp(directory, name.resolve(file));
        }
        try (SecureDirectoryStream<Path> opened = open()) {
            return stamp(opened, file);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> stamp(SecureDirectoryStream<Path> directory, Path file) {
        try {
            BasicFileAttributes found = directory
                    .getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            return found.isRegularFile()
                    ? Optional.of(found.fileKey()
                            + " " + found.lastModifiedTime().to(TimeUnit.NANOSECONDS)
                            + " " + found.size())
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Waits until the directory is on disk. */
    void sync(Durability durability) throws IOException {
        try (FileChannel self = (FileChannel) directory.newByteChannel(Path.of("."), Set.of(StandardOpenOption.READ))) {
            durability.sync(self, "the directory of " + name);
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }

    private FileChannel channel(Set<OpenOption> options) throws IOException {
        return (FileChannel) directory.newByteChannel(name, options);
    }
}
