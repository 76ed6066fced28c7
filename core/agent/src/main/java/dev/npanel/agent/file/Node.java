package dev.npanel.agent.file;

import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is at a path.
 *
 * @param user the owner's name, or number when it has none
 * @param group likewise
 * @param mode the permission bits, at most 0777
 */
public record Node(Kind kind, String user, String group, int mode) {
    private static final String ALL = "rwxrwxrwx";

    /** What sort of thing it is. */
    public enum Kind {
        FILE,
        DIRECTORY,
        /** A symbolic link, a device, a socket, a pipe: nothing the agent touches. */
        OTHER
    }

    static Node of(PosixFileAttributes attributes) {
        return new Node(
                kind(attributes),
                attributes.owner().getName(),
                attributes.group().getName(),
                mode(attributes.permissions()));
    }

    /** The bits as Java knows them. */
    static Set<PosixFilePermission> permissions(int mode) {
        StringBuilder text = new StringBuilder(ALL.length());
        for (int i = 0; i < ALL.length(); i++) {
            text.append((mode & (highestBit() >> i)) != 0 ? ALL.charAt(i) : '-');
        }
        return PosixFilePermissions.fromString(text.toString());
    }

    private static int mode(Set<PosixFilePermission> permissions) {
        String text = PosixFilePermissions.toString(permissions);
        return IntStream.range(0, ALL.length())
                .filter(i -> text.charAt(i) != '-')
                .map(i -> (highestBit() >> i))
                .sum();
    }

    private static int highestBit() {
        return 1 << (ALL.length() - 1);
    }

    private static Kind kind(PosixFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return Kind.FILE;
        }
        return attributes.isDirectory() ? Kind.DIRECTORY : Kind.OTHER;
    }
}
