package dev.npanel.panel.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Where the panel keeps what is its own: {@code npanel.state}, by default {@code /var/lib/npanel/panel}. Directories are made
 * 0700 and files 0600, so that no tenant of the host reads them. An OSGi service of the core; thread-safe.
 */
@Component(service = StateDirectory.class)
public final class StateDirectory {
    private static final String PROPERTY = "npanel.state";
    private static final String DEFAULT = "/var/lib/npanel/panel";

    private final Path root;

    @Activate
    public StateDirectory(BundleContext context) {
        this(Path.of(Objects.requireNonNullElse(context.getProperty(PROPERTY), DEFAULT)));
    }

    public StateDirectory(Path root) {
        this.root = root;
    }

    /** The path of a file; its directory exists afterwards. */
    public Path file(String name) {
        Path file = root.resolve(name);
        try {
            Files.createDirectories(
                    Objects.requireNonNull(file.getParent()),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@link #file}; the file exists afterwards, and only the panel's user (and root) may read it. */
    public Path privateFile(String name) {
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return file;
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes a file that only the panel's user (and root) may read: beside, {@code fsync}, rename. */
    public void writeSecret(String name, byte[] content) {
        Path file = file(name);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            try (FileChannel channel = FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(Objects.requireNonNull(file.getParent()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
