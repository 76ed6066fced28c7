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
    private volatile Table last = new Table("", List.of());

    Mounts(Path table) {
        this.table = table;
    }

    /** The table as it was, so that it is taken apart again only when it is another. */
    private record Table(String text, List<Mount> mounts) {}

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
        String text = Files.readString(table);
        Table known = last;
        if (!known.text().equals(text)) {
            known = new Table(text, parse(text));
            last = known;
        }
        return known.mounts();
    }

    private static List<Mount> parse(String text) {
        List<Mount> mounts = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split(" ", -1);
            mounts.add(new Mount(fields[ID], Path.of(unescape(fields[POINT]))));
        }
        return List.copyOf(mounts);
    }

    private static String unescape(String field) {
        return OCTAL.matcher(field)
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), OCTAL_RADIX)));
    }
}
