package dev.npanel.agent.file;

import dev.npanel.api.value.AbsolutePath;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.List;

/** Takes a file or a whole directory away for good, each name relative to its opened directory. */
final class Erasure {
    /** Each level holds two descriptors; what lies deeper is first moved up, however deep a tenant has dug. */
    private static final int MAX_DEPTH = 32;

    private final SecureDirectoryStream<Path> top;
    private int movedUp;

    private Erasure(SecureDirectoryStream<Path> top) {
        this.top = top;
    }

    /** Nothing to do when there is nothing. */
    static void erase(Tree tree, AbsolutePath path) throws IOException {
        try (Place place = tree.place(path)) {
            if (place.attributes().isEmpty()) {
                return;
            }
            if (place.attributes().get().isDirectory()) {
                emptyOut(place);
                place.deleteDirectory();
            } else {
                place.deleteFile();
            }
        } catch (NoSuchFileException gone) {
            // by somebody else, which is as good
        }
    }

    private static void emptyOut(Place place) throws IOException {
        int before;
        int movedUp = 0;
        do {
            before = movedUp;
            try (SecureDirectoryStream<Path> top = place.open()) {
                Erasure erasure = new Erasure(top);
                erasure.movedUp = before;
                erasure.empty(top, 0);
                movedUp = erasure.movedUp;
            }
        } while (movedUp > before);
    }

    private void empty(SecureDirectoryStream<Path> directory, int depth) throws IOException {
        for (Path name : names(directory)) {
            if (!isDirectory(directory, name)) {
                directory.deleteFile(name);
            } else if (depth == MAX_DEPTH) {
                directory.move(name, top, Path.of(".moved-up-" + ++movedUp));
            } else {
                try (SecureDirectoryStream<Path> below =
                        directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    empty(below, depth + 1);
                }
                directory.deleteDirectory(name);
            }
        }
    }

    private static boolean isDirectory(SecureDirectoryStream<Path> directory, Path name) throws IOException {
        return directory
                .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    private static List<Path> names(SecureDirectoryStream<Path> directory) {
        List<Path> names = new ArrayList<>();
        directory.forEach(each -> names.add(each.getFileName()));
        return names;
    }
}
