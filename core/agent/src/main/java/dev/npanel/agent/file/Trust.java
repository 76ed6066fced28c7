package dev.npanel.agent.file;

import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;

/**
 * How far what is in a directory can be relied on.
 *
 * @param root who owns the root of the tree, in production root
 * @param rootGroup and their group
 * @param owner who owns the directory
 * @param closed whether root alone can change the directory and those above it
 */
record Trust(UserPrincipal root, GroupPrincipal rootGroup, UserPrincipal owner, boolean closed) {

    static Trust ofRoot(PosixFileAttributes root) {
        return new Trust(root.owner(), root.group(), root.owner(), true);
    }

    /** The trust in a directory of this one. */
    Trust enter(PosixFileAttributes directory) {
        boolean closedHere = directory.owner().equals(root) && !writableByOthers(directory);
        return new Trust(root, rootGroup, directory.owner(), closed && closedHere);
    }

    /**
     * Whether a file of this owner may be read or made here. In a tenant's directory only the tenant's own: any other may
     * be a hard link to something the tenant cannot read. In a directory that root shares with others, none.
     */
    boolean admits(UserPrincipal fileOwner) {
        return closed || (!owner.equals(root) && owner.equals(fileOwner));
    }

    private boolean writableByOthers(PosixFileAttributes directory) {
        return directory.permissions().contains(PosixFilePermission.OTHERS_WRITE)
                || (directory.permissions().contains(PosixFilePermission.GROUP_WRITE)
                        && !directory.group().equals(rootGroup));
    }
}
