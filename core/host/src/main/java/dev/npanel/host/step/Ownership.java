package dev.npanel.host.step;

import dev.npanel.api.value.Text;
import java.util.regex.Pattern;

/**
 * Who owns a file and who may do what with it.
 *
 * @param user a user of the host, by name
 * @param group a group of the host, by name
 * @param mode the permission bits, 0 to 0777; set-user-id, set-group-id and sticky bits cannot be asked for
 */
public record Ownership(String user, String group, int mode) {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final int ALL = 0777;

    /** Readable by everybody, writable by root. */
    public static final Ownership ROOT_0644 = new Ownership("root", "root", 0644);
    /** For root only. */
    public static final Ownership ROOT_0600 = new Ownership("root", "root", 0600);
    /** A directory that everybody may look into. */
    public static final Ownership ROOT_0755 = new Ownership("root", "root", 0755);

    public Ownership {
        if (!NAME.matcher(user).matches() || !NAME.matcher(group).matches() || (mode & ~ALL) != 0) {
            throw Text.refuse("must be a user, a group and a mode of at most 0777");
        }
    }
}
