package dev.npanel.agent.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is mounted where, as this process sees it (proc(5), mountinfo). A rename works within one mount only, and under
 * systemd's sandboxing each {@code ReadWritePaths=} is a mount of its own.
 */
final class Mounts {
    private static final int ID = 0;
    private static final int POINT = 4;
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
    private static final int OCTAL_RADIX = 8;

    private final Path table;

    Mounts(Path table) {
        this.table = table;
    }

    /** One mount. */
    record Mount(String id, Path point) {}

    /** The mount that holds the path. */
    Mount of(Path path) throws IOException {
        Mount best = new Mount("", Path.of("/"));
        for (Mount mount : all()) {
            boolean deeper = mount.point().getNameCount() >= best.point().getNameCount();
            if (path.startsWith(mount.point()) && deeper) {
                best = mount;
            }
        }
        return best;
    }

    /** Every mount, in the order of mounting: of two at one point the later hides the earlier. */
    List<Mount> all() throws IOException {
        List<Mount> mounts = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            String[] fields = line.split(" ", -1);
            mounts.add(new Mount(fields[ID], Path.of(unescape(fields[POINT]))));
        }
        return mounts;
    }

    private static String unescape(String field) {
        return OCTAL.matcher(field)
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), OCTAL_RADIX)));
    }
}
