package dev.npanel.api.action;

import dev.npanel.api.value.Text;
import java.util.regex.Pattern;

/**
 * The right to do one named thing. The name is the action, the audit event, the metric label and the UI's capability.
 *
 * @param name dotted, kind first: {@code dns.record.create}
 * @param access the roles that hold it
 */
public record Permission(String name, Access access) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){1,4}");
    private static final int MAX_LENGTH = 64;

    public Permission {
        if (!isName(name)) {
            throw Text.refuse("must be a dotted name, such as dns.record.create");
        }
    }

    /** Whether {@code text} has the syntax of a permission's name. */
    public static boolean isName(String text) {
        return text.length() <= MAX_LENGTH && NAME.matcher(text).matches();
    }
}
