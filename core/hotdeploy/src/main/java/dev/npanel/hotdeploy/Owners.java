package dev.npanel.hotdeploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;

/**
 * Whose files are code that this process may run.
 *
 * @param uids of the users who can do all that this process can, in any case
 */
record Owners(Set<Integer> uids) {
    private static final int ROOT = 0;
    private static final Set<PosixFilePermission> WRITE_OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** Root, and the user of this process. */
    static Owners of(Path ownFile) throws IOException {
        int self = uid(ownFile);
        return new Owners(self == ROOT ? Set.of(ROOT) : Set.of(ROOT, self));
    }

    /** @throws IOException with the reason, when anybody else owns this file or directory or may write it */
    void require(Path file) throws IOException {
        if (!uids.contains(uid(file))) {
            throw new IOException("it belongs to somebody else: " + file);
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        if (!Collections.disjoint(permissions, WRITE_OF_OTHERS)) {
            throw new IOException("others than its owner may write it: " + file);
        }
    }

    private static int uid(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
