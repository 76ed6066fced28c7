package dev.npanel.channel.server;

import dev.npanel.channel.wire.Listener;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The listening socket in the file system. What is there already is looked at without following links, and bind(2) follows
 * none either. (It cannot be made elsewhere and renamed: junixsocket takes a socket that was moved for a stale one.)
 */
final class SocketFile {
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwxr-x---");
    private static final Set<PosixFilePermission> SOCKET = PosixFilePermissions.fromString("rw-rw----");

    private final SocketPlace place;
    private final Path path;
    private @Nullable Identity identity;

    SocketFile(SocketPlace place) {
        this.place = place;
        this.path = place.path().toAbsolutePath();
    }

    /** Makes the socket and listens on it. */
    Listener listen() throws IOException {
        Path directory = Objects.requireNonNull(path.getParent(), "a directory");
        secure(directory);
        clear();
        Listener listener = Listener.bind(path);
        try {
            restrict();
            return listener;
        } catch (IOException failed) {
            listener.close();
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    /** Until then the directory's mode alone keeps others out, and the peer's uid is checked in any case. */
    private void restrict() throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (place.group() != null) {
            view.setGroup(
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(place.group()));
        }
        Files.setPosixFilePermissions(path, SOCKET);
        identity = identity();
    }

    /** Removes the socket, unless another has taken its place. */
    void remove() {
        try {
            if (identity().equals(identity)) {
                Files.delete(path);
            }
        } catch (IOException gone) {
            // then there is nothing to remove
        }
    }

    private void secure(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
        } catch (FileAlreadyExistsException there) {
            PosixFileAttributes found =
                    Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Set<PosixFilePermission> permissions = found.permissions();
            if (!found.isDirectory()
                    || permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new IOException(directory + " must be a directory that only its owner can write to", there);
            }
        }
    }

    /** A socket that nobody listens on is left from a process that was killed; anything else is not ours to replace. */
    private void clear() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!attributes().isOther()) {
            throw new IOException(path + " is there and is no socket");
        }
        if (Listener.answers(path)) {
            throw new IOException("another process listens on " + path);
        }
        Files.delete(path);
    }

    private Identity identity() throws IOException {
        BasicFileAttributes attributes = attributes();
        return new Identity(String.valueOf(attributes.fileKey()), attributes.lastModifiedTime());
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Tells our socket from one that was made later: an inode's number may be used again. */
    private record Identity(String key, FileTime made) {}
}
