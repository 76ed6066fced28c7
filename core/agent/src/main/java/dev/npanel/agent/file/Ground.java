package dev.npanel.agent.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;
import java.util.Objects;

/**
 * Where nobody but root can change what is in a directory, nor in any above it: there a path leads where it says. Owners are
 * compared by number; to ask for their names, which is what {@link PosixFileAttributes} does, is to read the host's list of users
 * each time.
 *
 * @param uid who owns the root of the tree, in production root
 * @param gid and their group
 * @param trust in what is there
 */
record Ground(Path root, int uid, int gid, Trust trust) {
    private static final String ATTRIBUTES = "unix:uid,gid,mode";
    /** Of a mode: the kind of file, and that of a directory (inode(7)). */
    private static final int KIND = 0170000;

    private static final int DIRECTORY = 0040000;
    private static final int OTHERS_WRITE = 0002;
    private static final int GROUP_WRITE = 0020;

    static Ground of(Path root) throws IOException {
        Facts facts = Facts.of(root);
        return new Ground(
                root, facts.uid, facts.gid, Trust.ofRoot(Files.readAttributes(root, PosixFileAttributes.class)));
    }

    /**
     * How many of the first components of the path are directories that root alone can change.
     *
     * @param last at which component to end
     * @throws java.nio.file.NoSuchFileException when one of them is not there
     * @throws NotDirectoryException when one is no directory, or a link
     */
    int closed(Path relative, int last) throws IOException {
        Path directory = root;
        for (int i = 0; i < last; i++) {
            directory = directory.resolve(relative.getName(i));
            Facts facts = Facts.of(directory, LinkOption.NOFOLLOW_LINKS);
            if (!facts.isDirectory()) {
                throw new NotDirectoryException(directory.toString());
            }
            if (!isClosed(facts)) {
                return i;
            }
        }
        return last;
    }

    private boolean isClosed(Facts directory) {
        boolean groupWrites = (directory.mode & GROUP_WRITE) != 0 && directory.gid != gid;
        return directory.uid == uid && (directory.mode & OTHERS_WRITE) == 0 && !groupWrites;
    }

    private record Facts(int uid, int gid, int mode) {
        static Facts of(Path path, LinkOption... options) throws IOException {
            Map<String, Object> found = Files.readAttributes(path, ATTRIBUTES, options);
            return new Facts(number(found, "uid"), number(found, "gid"), number(found, "mode"));
        }

        boolean isDirectory() {
            return (mode & KIND) == DIRECTORY;
        }

        private static int number(Map<String, Object> found, String name) {
            return (Integer) Objects.requireNonNull(found.get(name), name);
        }
    }
}
