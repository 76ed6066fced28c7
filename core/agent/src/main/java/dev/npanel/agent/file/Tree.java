package dev.npanel.agent.file;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The files below a root, in production {@code /}. Every path is walked from the root, each component opened relative to
 * the one before and never through a symbolic link, so that nobody who owns a directory on the way leads the agent
 * elsewhere. Thread-safe.
 */
public final class Tree {
    private static final int LARGEST_FILE = 16 << 20;

    private final Path root;
    private volatile @Nullable Trust above;

    public Tree(Path root) {
        this.root = root;
    }

    /** What is at the path; empty when nothing is, or when the way there is none of directories. */
    public Optional<Node> look(AbsolutePath path) throws IOException {
        Optional<Place> found = find(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Place place = found.get()) {
            return place.attributes().map(Node::of);
        }
    }

    /** The content of the regular file at the path; empty when there is none. At most 16 MiB are read. */
    public Optional<Content> read(AbsolutePath path) throws IOException {
        Optional<Place> found = find(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Place place = found.get()) {
            Optional<PosixFileAttributes> file = place.attributes().filter(PosixFileAttributes::isRegularFile);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            place.admit(file.get().owner());
            return Optional.of(place.read(LARGEST_FILE));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** The names in the directory, sorted; empty when there is none. */
    public List<String> children(AbsolutePath directory) throws IOException {
        try (SecureDirectoryStream<Path> stream = directory(directory)) {
            return StreamSupport.stream(stream.spliterator(), false)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return List.of();
        }
    }

    /** For each of the directory's children that has a regular file of the name: what tells the file's versions apart. */
    public Map<String, String> stamps(AbsolutePath directory, Collection<String> children, String file)
            throws IOException {
        Map<String, String> stamps = new HashMap<>();
        try (Place place = place(directory.child("x"))) {
            for (String child : children) {
                place.sibling(child).stamp(Path.of(file)).ifPresent(stamp -> stamps.put(child, stamp));
            }
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return Map.of();
        }
        return stamps;
    }

    /** Where the path is for {@link Files}: only for directories that nobody but root can change. */
    Path real(AbsolutePath path) {
        return root.resolve(path.text().substring(1));
    }

    /** The path of something below the root. */
    AbsolutePath path(Path real) {
        return new AbsolutePath("/" + root.relativize(real));
    }

    Path root() {
        return root;
    }

    /** The place in its opened directory; the caller closes it. */
    Place place(AbsolutePath path) throws IOException {
        Path relative = root.relativize(real(path));
        SecureDirectoryStream<Path> directory = openRoot();
        boolean arrived = false;
        try {
            Trust trust = above(directory);
            int last = relative.getNameCount() - 1;
            for (int i = 0; i < last; i++) {
                SecureDirectoryStream<Path> next = new Place(directory, relative.getName(i), trust).open();
                directory.close();
                directory = next;
                trust = trust.enter(attributes(directory));
            }
            arrived = true;
            return new Place(directory, relative.getName(last), trust);
        } finally {
            if (!arrived) {
                directory.close();
            }
        }
    }

    /** Whose the root is does not change. */
    private Trust above(SecureDirectoryStream<Path> opened) throws IOException {
        Trust known = above;
        if (known == null) {
            known = Trust.ofRoot(attributes(opened));
            above = known;
        }
        return known;
    }

    private Optional<Place> find(AbsolutePath path) throws IOException {
        try {
            return Optional.of(place(path));
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return Optional.empty();
        }
    }

    private SecureDirectoryStream<Path> directory(AbsolutePath path) throws IOException {
        if (path.text().equals("/")) {
            return openRoot();
        }
        try (Place place = place(path)) {
            return place.open();
        }
    }

    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    private SecureDirectoryStream<Path> openRoot() throws IOException {
        // The file systems of Linux give nothing else.
        return (SecureDirectoryStream<Path>) Files.newDirectoryStream(root);
    }

    static PosixFileAttributes attributes(SecureDirectoryStream<Path> directory) throws IOException {
        return directory.getFileAttributeView(PosixFileAttributeView.class).readAttributes();
    }
}
