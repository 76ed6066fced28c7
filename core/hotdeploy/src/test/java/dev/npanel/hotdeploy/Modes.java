package dev.npanel.hotdeploy;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may do what with a file. */
final class Modes {
    /** As packages install it. */
    static final Set<PosixFilePermission> CLOSED = PosixFilePermissions.fromString("rw-r--r--");

    private Modes() {}
}
